import { CosellError } from '../../core/errors/index.ts';
import type { SalesforceConnection } from './connection.ts';
import { namesOf } from './soql.ts';
import type { FieldDescription, ObjectDescription } from './wire.ts';

/** A configured field path, found in the org. */
export interface KnownPath {
  /** As configured: the key in `CrmOpportunity.values`. */
  readonly path: string;
  /** As Salesforce spells it. */
  readonly names: readonly string[];
  readonly type: string;
}

/** A configured field path that cannot be read. */
export interface UnknownPath {
  readonly path: string;
  readonly reason: string;
}

export interface Schema {
  readonly known: readonly KnownPath[];
  readonly unknown: readonly UnknownPath[];
  /** Paths that this org cannot have and that read as empty: the currency in an org with one currency. */
  readonly empty: readonly string[];
  /** Team selling is switched on: `OpportunityTeamMembers` can be read. */
  readonly hasTeam: boolean;
  /** The fields of the opportunity itself, by lower-case name. */
  readonly opportunityFields: ReadonlyMap<string, FieldDescription>;
}

/** Only orgs with several currencies have it; everywhere else it reads as empty. */
const MULTI_CURRENCY_ONLY = 'currencyisocode';
const COMPOUND_TYPES = new Set(['address', 'location', 'base64', 'complexvalue']);

/**
 * What the org has of the configured paths, learned by `describe` and kept. A schema with an unknown path is not kept, so
 * that the connector goes on by itself once the administrator has deployed the field or granted it.
 */
export class SchemaCache {
  readonly #connection: SalesforceConnection;
  readonly #paths: readonly string[];
  #kept: Promise<Schema> | null = null;

  constructor(connection: SalesforceConnection, paths: readonly string[]) {
    this.#connection = connection;
    this.#paths = paths;
  }

  /** @throws CosellError */
  async load(): Promise<Schema> {
    this.#kept ??= this.#learn();
    const kept = this.#kept;
    try {
      const schema = await kept;
      if (schema.unknown.length > 0) this.#forget(kept);
      return schema;
    } catch (thrown) {
      this.#forget(kept);
      throw thrown;
    }
  }

  /** Like `load`, for work that needs every path. @throws CosellError `crm-forbidden` naming the field that is not there */
  async complete(): Promise<Schema> {
    const schema = await this.load();
    const [missing] = schema.unknown;
    if (!missing) return schema;
    throw new CosellError('crm-forbidden', {
      message: `The Salesforce field ${missing.path} cannot be read: ${missing.reason}`,
      cure: CURE,
      field: missing.path,
    });
  }

  /** Call when Salesforce says that a field does not exist (any more): the next `load` asks again. */
  forget(): void {
    this.#kept = null;
  }

  #forget(kept: Promise<Schema>): void {
    if (this.#kept === kept) this.#kept = null;
  }

  async #learn(): Promise<Schema> {
    const described = new Map<string, Promise<ObjectDescription>>();
    const describe = (object: string): Promise<ObjectDescription> => {
      const running = described.get(object) ?? this.#connection.describe(object);
      described.set(object, running);
      return running;
    };
    const opportunity = await describe('Opportunity');
    const found = await Promise.all(this.#paths.map((path) => resolve(path, opportunity, describe)));
    return {
      known: found.filter((path) => path !== null && 'names' in path),
      unknown: found.filter((path) => path !== null && 'reason' in path),
      empty: this.#paths.filter((_path, index) => found[index] === null),
      hasTeam: opportunity.childRelationships.some((child) => child.relationshipName === 'OpportunityTeamMembers'),
      opportunityFields: new Map(opportunity.fields.map((field) => [field.name.toLowerCase(), field])),
    };
  }
}

/** What an administrator does about a path that cannot be read. */
export const CURE =
  'Deploy the field, give the integration user the permission set of the connector, or correct the field mapping.';

/** `null` for a currency field in an org with one currency. */
async function resolve(
  path: string,
  from: ObjectDescription,
  describe: (object: string) => Promise<ObjectDescription>,
): Promise<KnownPath | UnknownPath | null> {
  const wanted = namesOf(path);
  if (!wanted) return { path, reason: 'it is not the name of a field, nor of a field of a parent.' };
  const names: string[] = [];
  let object = from;
  for (const [index, name] of wanted.entries()) {
    const isLast = index === wanted.length - 1;
    const field = find(object, name, isLast);
    if (!field) {
      if (isLast && name.toLowerCase() === MULTI_CURRENCY_ONLY) return null;
      return {
        path,
        reason: `${object.name} has no ${isLast ? 'field' : 'parent'} ${name} that the integration user may read.`,
      };
    }
    if (isLast) {
      if (COMPOUND_TYPES.has(field.type)) return { path, reason: `${field.name} has several parts; name one of them.` };
      return { path, names: [...names, field.name], type: field.type };
    }
    const [parent] = field.referenceTo;
    if (parent === undefined) return { path, reason: `${name} of ${object.name} leads to no object.` };
    names.push(field.relationshipName ?? name);
    object = await describe(parent);
  }
  return null;
}

function find(object: ObjectDescription, name: string, asField: boolean): FieldDescription | undefined {
  const wanted = name.toLowerCase();
  return object.fields.find((field) => (asField ? field.name : field.relationshipName)?.toLowerCase() === wanted);
}
