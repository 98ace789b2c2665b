import type { CrmValue } from '../../../shared/core/model/index.ts';
import type { WebApi } from '../crm/query-table.ts';
import type { IInputs } from '../generated/ManifestTypes';

export const OPPORTUNITY_ID = '11111111-0000-4000-8000-000000000001';

/** Everything about the form that a test may set. */
export interface FormParts {
  readonly values: Readonly<Partial<Record<keyof IInputs, CrmValue | Date>>>;
  readonly security: Readonly<Partial<Record<keyof IInputs, { readable: boolean; editable: boolean }>>>;
  readonly api: WebApi;
  readonly texts: Readonly<Record<string, string>>;
  readonly languageId: number;
  readonly isRTL: boolean;
  readonly disabled: boolean;
  readonly online: boolean;
  /** `null`: not saved; `undefined`: the platform does not tell. */
  readonly entityId: string | null | undefined;
  readonly theme: object | undefined;
  readonly privileges: readonly string[];
  readonly opened: string[];
}

type Context = ComponentFramework.Context<IInputs>;

const PROPERTIES = [
  'sync',
  'help',
  'products',
  'visible',
  'syncStatus',
  'referralId',
  'modifiedOn',
  'stalledAfterMinutes',
] as const satisfies readonly (keyof IInputs)[];

/** The context of one `updateView`, with the documented members that the control uses and the undocumented id of the row. */
export function contextOf(parts: FormParts): Context {
  const parameters = Object.fromEntries(
    PROPERTIES.map((name) => [name, { raw: parts.values[name] ?? null, security: parts.security[name] }]),
  );
  const context: DeepPartial<Context> & { mode: { contextInfo?: object } } = {
    parameters: parameters,
    resources: { getString: (key: string) => parts.texts[key] ?? key },
    userSettings: {
      languageId: parts.languageId,
      isRTL: parts.isRTL,
      userName: 'Kim Berg',
      getTimeZoneOffsetMinutes: () => 0,
    },
    client: { isOffline: () => !parts.online, isNetworkAvailable: () => parts.online },
    mode: {
      isControlDisabled: parts.disabled,
      ...(parts.entityId !== undefined && {
        contextInfo: { entityId: parts.entityId ?? '', entityTypeName: 'opportunity' },
      }),
    },
    utils: { hasEntityPrivilege: (table: string) => parts.privileges.includes(table) },
    navigation: { openUrl: (url: string) => void parts.opened.push(url) },
    webAPI: parts.api as unknown as Context['webAPI'],
    ...(parts.theme !== undefined && { fluentDesignLanguage: { tokenTheme: parts.theme } }),
  };
  return context as Context;
}

type DeepPartial<T> = T extends (...args: never[]) => unknown ? T : { [K in keyof T]?: DeepPartial<T[K]> };
