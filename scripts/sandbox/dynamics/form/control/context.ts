import { cellText } from '../data/values.ts';
import { createFormatting } from './formatting.ts';
import { parametersOf } from './parameters.ts';
import { clientOf, deviceOf, navigationOf, userSettingsOf, utilityOf } from './surroundings.ts';
import { designLanguageOf } from './theme.ts';
import type { Context, Host } from './types.ts';
import { createWebApi } from './web-api.ts';

/** What changes from one `updateView` to the next, besides the values. */
export interface Moment {
  readonly updatedProperties: readonly string[];
  /** Pixels; -1 until the control asks for it by `trackContainerResize`. */
  readonly width: number;
  readonly onTrackResize: (track: boolean) => void;
  readonly requestRender: () => void;
}

/** Members that exist at run time without being documented (dynamics-toolchain.md §3.2); controls must cope without them. */
interface Undocumented {
  readonly mode: { readonly contextInfo: { entityId: string; entityTypeName: string; entityRecordName: string } };
  readonly page: { entityId: string; entityTypeName: string; isPageReadOnly: boolean };
}

/** The parts of the context that live as long as the control. */
export type Fixed = Omit<Context, 'parameters' | 'mode' | 'updatedProperties' | 'factory'>;

export function fixedContext(host: Host): Fixed {
  const { strings } = host.control;
  return {
    client: clientOf(),
    device: deviceOf(),
    formatting: createFormatting(host.settings.locale),
    navigation: navigationOf(host),
    resources: {
      // The platform shows the key of a text that is missing.
      getString: (id) => strings[id] ?? id,
      getResource: (_id, _success, failure) => failure(),
    },
    userSettings: userSettingsOf(host),
    utils: utilityOf(host),
    webAPI: createWebApi(host.boot.tables),
    events: {},
    fluentDesignLanguage: designLanguageOf(host.settings),
    copilot: {} as Context['copilot'],
  };
}

/** The whole context of one `updateView`. */
export function contextNow(host: Host, fixed: Fixed, moment: Moment): Context & Undocumented {
  const { boot, session, settings } = host;
  const { id, row } = session.state();
  const readOnly = session.readOnlyBecause() !== null;
  const primary = Object.values(host.binding.parameters).find((bound) => 'column' in bound);
  const column = primary && 'column' in primary ? boot.table.columns[primary.column] : undefined;
  const entityId = id ?? '';
  return {
    ...fixed,
    parameters: parametersOf(host),
    updatedProperties: [...moment.updatedProperties],
    factory: { requestRender: moment.requestRender, getPopupService: () => noPopups() },
    mode: {
      allocatedHeight: -1,
      allocatedWidth: moment.width,
      isControlDisabled: settings.disabled || readOnly || column?.security.update === false,
      isVisible: true,
      label: column?.label ?? '',
      setControlState: () => false,
      setFullScreen: () => undefined,
      trackContainerResize: moment.onTrackResize,
      contextInfo: {
        entityId,
        entityTypeName: boot.table.name,
        entityRecordName: cellText(row?.values[boot.table.primaryName]),
      },
    },
    page: { entityId, entityTypeName: boot.table.name, isPageReadOnly: readOnly },
  };
}

function noPopups(): never {
  throw new Error('The sandbox has no popup service: use Fluent’s dialogs.');
}
