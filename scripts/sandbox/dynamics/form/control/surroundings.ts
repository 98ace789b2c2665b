import { openRecord } from '../view/address.ts';
import type { Context, Host } from './types.ts';

const WEB_DESKTOP = 1;

/** `PrivilegeType` 1… in client code, in the words of the server. */
const ACTIONS = ['Create', 'Read', 'Write', 'Delete', 'Assign', 'Share', 'Append', 'AppendTo'];

export function clientOf(): Context['client'] {
  return {
    disableScroll: false,
    getFormFactor: () => WEB_DESKTOP,
    getClient: () => 'Web',
    isOffline: () => false,
    isNetworkAvailable: () => navigator.onLine,
  };
}

/** `context.userSettings`. */
export function userSettingsOf({ boot: { user, settings } }: Host): Context['userSettings'] {
  return {
    userId: user.id,
    userName: user.name,
    securityRoles: [...user.roles],
    languageId: settings.languageId,
    isRTL: settings.isRtl,
    dateFormattingInfo: {} as ComponentFramework.UserSettingApi.DateFormattingInfo,
    numberFormattingInfo: {} as ComponentFramework.UserSettingApi.NumberFormattingInfo,
    getTimeZoneOffsetMinutes: (date = new Date()) => -date.getTimezoneOffset(),
  };
}

/** `context.utils`, as far as a control on this form can use it. */
export function utilityOf({ boot }: Host): Context['utils'] {
  return {
    hasEntityPrivilege(entityTypeName, privilegeType, privilegeDepth) {
      const held = boot.user.privileges[entityTypeName]?.[ACTIONS[privilegeType - 1] ?? ''];
      return held !== undefined && held >= Number(privilegeDepth);
    },
    getEntityMetadata: (entityName) => {
      const table = boot.tables[entityName];
      return table
        ? Promise.resolve({
            LogicalName: entityName,
            EntitySetName: table.entitySet,
            DisplayName: table.label,
            PrimaryIdAttribute: table.primaryId,
            PrimaryNameAttribute: table.primaryName,
          })
        : Promise.reject(new Error(`There is no table ${entityName}.`));
    },
    lookupObjects: () => Promise.reject(new Error('The sandbox has no lookup dialog.')),
  };
}

/** `context.navigation`. */
export function navigationOf({ dialogs }: Host): Context['navigation'] {
  return {
    openUrl: (url) => void window.open(url, '_blank', 'noopener'),
    openForm: ({ entityName, entityId }) => {
      openRecord(entityName, entityId ?? null);
      return Promise.resolve({ savedEntityReference: [] });
    },
    openAlertDialog: async ({ text, confirmButtonLabel = 'OK' }) =>
      void (await dialogs.open({ title: 'Dynamics 365', text, confirm: confirmButtonLabel })),
    openConfirmDialog: async ({ title = '', text, confirmButtonLabel = 'OK', cancelButtonLabel = 'Cancel' }) => ({
      confirmed: await dialogs.open({ title, text, confirm: confirmButtonLabel, cancel: cancelButtonLabel }),
    }),
    openErrorDialog: async ({ message = 'An error has occurred.', details = '' }) =>
      void (await dialogs.open({ title: 'Error', text: message, details, confirm: 'OK' })),
    openFile: () => Promise.reject(new Error('The sandbox opens no files.')),
    openWebResource: (name) => void window.open(`/WebResources/${encodeURIComponent(name)}`, '_blank', 'noopener'),
  };
}

/** A desktop browser without camera or scanner. */
export function deviceOf(): Context['device'] {
  const none = (): Promise<never> => Promise.reject(new Error('This device has no such feature.'));
  return {
    captureAudio: none,
    captureImage: none,
    captureVideo: none,
    getBarcodeValue: none,
    getCurrentPosition: none,
    pickFile: none,
  };
}
