import { elements, guid, listXml, parseXml, readXml, text } from '../schema/xml.ts';
import type { Values } from '../store/values.ts';

/** The fixed ids of the platform's messages (dynamics-toolchain.md §5.4). */
export const MESSAGE_IDS = {
  Create: '9ebdbb1b-ea3e-db11-86a7-000a3a5473e8',
  Update: '20bebb1b-ea3e-db11-86a7-000a3a5473e8',
  Delete: 'a1bdbb1b-ea3e-db11-86a7-000a3a5473e8',
} as const;

export type MessageName = keyof typeof MESSAGE_IDS;

export interface Step {
  readonly id: string;
  readonly name: string;
  readonly message: MessageName;
  readonly table: string;
  /** Empty: every column. */
  readonly filteringAttributes: readonly string[];
  readonly endpointId: string;
  /** Images of the row before the change: alias and columns. */
  readonly preImages: readonly { alias: string; columns: readonly string[] }[];
}

export interface Endpoint {
  readonly id: string;
  readonly values: Values;
}

/** The asynchronous webhook steps of the solution. */
export function readSteps(folder: string): Step[] {
  return listXml(folder, 'SdkMessageProcessingSteps').flatMap((path) =>
    elements(readXml(folder, path), 'SdkMessageProcessingStep').map((step) => ({
      id: guid(text(step, '@SdkMessageProcessingStepId')),
      name: text(step, '@Name'),
      message: messageOf(guid(text(step, 'SdkMessageId')), path),
      table: text(step, 'PrimaryEntity'),
      filteringAttributes: columnList(text(step, 'FilteringAttributes')),
      endpointId: guid(text(step, 'EventHandler')),
      preImages: elements(step, 'SdkMessageProcessingStepImages', 'SdkMessageProcessingStepImage').map((image) => ({
        alias: text(image, 'EntityAlias'),
        columns: columnList(text(image, 'Attributes')),
      })),
    })),
  );
}

function messageOf(id: string, path: string): MessageName {
  const found = Object.entries(MESSAGE_IDS).find(([, known]) => known === id);
  if (!found) throw new Error(`${path} names the message ${id}; the sandbox knows Create, Update and Delete.`);
  return found[0] as MessageName;
}

function columnList(names: string): string[] {
  return names.split(',').filter((name) => name !== '');
}

/** The service endpoints of the solution, as rows. */
export function readEndpoints(folder: string): Endpoint[] {
  return elements(readXml(folder, 'PluginAssemblies/ServiceEndpoints.xml'), 'ServiceEndpoints', 'ServiceEndpoint').map(
    (endpoint) => ({
      id: guid(text(endpoint, '@ServiceEndpointId')),
      values: {
        name: text(endpoint, '@Name'),
        description: text(endpoint, 'Description'),
        url: text(endpoint, 'Url'),
        contract: Number(text(endpoint, 'Contract')),
        authtype: Number(text(endpoint, 'AuthType')),
        messageformat: Number(text(endpoint, 'MessageFormat')),
      },
    }),
  );
}

/** AuthValue of an HttpHeader endpoint: `<settings><setting name="x-key" value="…" /></settings>`. */
export function readAuthHeaders(authValue: string): Record<string, string> {
  return Object.fromEntries(
    elements(parseXml(authValue), 'settings', 'setting').map((setting) => [
      text(setting, '@name'),
      text(setting, '@value'),
    ]),
  );
}
