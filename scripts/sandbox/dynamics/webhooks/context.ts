import { randomUUID } from 'node:crypto';
import type { ChangeEvent, Environment } from '../environment.ts';
import type { Table } from '../schema/index.ts';
import { type KeyValue, entityOf, imageValues, jsonDate, referenceTo } from './contract.ts';
import type { Step } from './steps.ts';

const ASYNC_IMAGE = 'AsynchronousStepPrimaryName';

/**
 * The JSON of the `RemoteExecutionContext` that a step sends
 * (MicrosoftDocs/powerapps-docs powerapps-docs/developer/data-platform/use-webhooks.md).
 */
export function executionContext(
  environment: Environment,
  step: Step,
  { change, who, tag }: ChangeEvent,
  table: Table,
): Record<string, unknown> {
  const { organization } = environment;
  const correlationId = randomUUID();
  const shared: KeyValue[] = tag === null ? [] : [{ key: 'tag', value: tag }];
  const target =
    change.message === 'Delete' ? referenceTo(table.name, change.id) : entityOf(table, change.id, change.target);
  const common = {
    BusinessUnitId: who.businessUnitId,
    CorrelationId: correlationId,
    Depth: 1,
    InitiatingUserAzureActiveDirectoryObjectId: who.entraObjectId,
    InitiatingUserId: who.userId,
    IsExecutingOffline: false,
    IsInTransaction: false,
    IsOfflinePlayback: false,
    IsolationMode: 1,
    MessageName: change.message,
    Mode: 1,
    OperationCreatedOn: jsonDate(environment.now()),
    OperationId: randomUUID(),
    OrganizationId: organization.id,
    OrganizationName: organization.name,
    OutputParameters: change.message === 'Create' ? [{ key: 'id', value: change.id }] : [],
    OwningExtension: { ...referenceTo('sdkmessageprocessingstep', step.id), Name: step.name },
    PrimaryEntityId: change.id,
    PrimaryEntityName: table.name,
    RequestId: null,
    SecondaryEntityName: 'none',
    SharedVariables: shared,
    UserAzureActiveDirectoryObjectId: who.entraObjectId,
    UserId: who.userId,
  };
  return {
    ...common,
    InputParameters: [{ key: 'Target', value: target }],
    ParentContext: {
      ...common,
      InputParameters: [{ key: 'Target', value: target }],
      ParentContext: null,
      PostEntityImages: [],
      PreEntityImages: [],
      Stage: 30,
    },
    PostEntityImages: postImages(change, table),
    PreEntityImages: preImages(step, change, table),
    Stage: 40,
  };
}

/** Asynchronous steps always carry the row's name. */
function postImages({ after, id }: ChangeEvent['change'], table: Table): KeyValue[] {
  if (!after) return [];
  const values = imageValues(after, [table.primaryName, table.primaryId]);
  return [{ key: ASYNC_IMAGE, value: entityOf(table, id, values) }];
}

function preImages(step: Step, { before, id }: ChangeEvent['change'], table: Table): KeyValue[] {
  if (!before) return [];
  return step.preImages.map(({ alias, columns }) => ({
    key: alias,
    value: entityOf(table, id, imageValues(before, columns)),
  }));
}
