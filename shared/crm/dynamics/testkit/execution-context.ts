import { guid } from './fake-service.ts';

interface ContextParts {
  readonly entity?: string;
  readonly message?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly tag?: string;
  readonly depth?: number;
}

export const ROW_ID = guid(7);

export function reference(logicalName: string, id: string): object {
  return {
    __type: 'EntityReference:http://schemas.microsoft.com/xrm/2011/Contracts',
    Id: id,
    KeyAttributes: [],
    LogicalName: logicalName,
    Name: null,
    RowVersion: null,
  };
}

const pairs = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).map(([key, value]) => ({ key, value }));

/**
 * A RemoteExecutionContext as a webhook posts it, in the shape that Microsoft documents for an asynchronous step at stage
 * 40 (learn.microsoft.com/power-apps/developer/data-platform/use-webhooks), with the main operation as its parent.
 */
export function executionContext(parts: ContextParts = {}): Record<string, unknown> {
  const { tag, depth = 1 } = parts;
  const user = guid(900);
  const main = operation(parts, depth);
  return {
    ...main,
    ParentContext: {
      ...main,
      OwningExtension: reference('sdkmessageprocessingstep', guid(901)),
      Stage: 30,
      UserId: user,
    },
    PostEntityImages: [{ key: 'AsynchronousStepPrimaryName', value: { Attributes: [], Id: ROW_ID } }],
    SharedVariables: tag === undefined ? [] : pairs({ tag }),
    Stage: 40,
  };
}

function operation(parts: ContextParts, depth: number): Record<string, unknown> {
  const { entity = 'opportunity', message = 'Update', attributes = { name: 'Fabrikam rollout' } } = parts;
  const target = {
    __type: 'Entity:http://schemas.microsoft.com/xrm/2011/Contracts',
    Attributes: pairs({
      ...attributes,
      [`${entity}id`]: ROW_ID,
      modifiedon: '/Date(1795194000000)/',
      modifiedby: reference('systemuser', guid(900)),
      modifiedonbehalfby: null,
    }),
    EntityState: null,
    FormattedValues: [],
    Id: ROW_ID,
    KeyAttributes: [],
    LogicalName: entity,
    RelatedEntities: [],
    RowVersion: null,
  };
  return {
    BusinessUnitId: guid(902),
    CorrelationId: guid(903),
    Depth: depth,
    InitiatingUserId: guid(900),
    InputParameters: pairs({ Target: target }),
    IsExecutingOffline: false,
    IsInTransaction: false,
    IsolationMode: 1,
    MessageName: message,
    Mode: 1,
    OperationCreatedOn: '/Date(1795194001000-0700)/',
    OperationId: guid(904),
    OrganizationId: guid(905),
    OrganizationName: 'sandbox',
    OutputParameters: [],
    ParentContext: null,
    PostEntityImages: [],
    PreEntityImages: [],
    PrimaryEntityId: ROW_ID,
    PrimaryEntityName: entity,
    RequestId: null,
    SecondaryEntityName: 'none',
    SharedVariables: [{ key: 'ChangedEntityTypes', value: [{ key: 'opportunity', value: 'Update' }] }],
    Stage: 30,
    UserId: guid(900),
  };
}
