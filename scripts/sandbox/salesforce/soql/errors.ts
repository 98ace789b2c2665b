import { SalesforceError } from '../errors.ts';

export const malformedQuery = (message: string) => new SalesforceError('MALFORMED_QUERY', message);

/** Says where in the query a name stands, the way Salesforce does. */
export function invalidField(soql: string, name: string, message: string): SalesforceError {
  const index = Math.max(0, soql.toLowerCase().indexOf(name.toLowerCase()));
  const start = Math.max(0, index - 30);
  const excerpt = soql.slice(start, index + name.length + 30);
  return new SalesforceError(
    'INVALID_FIELD',
    `\n${excerpt}\n${' '.repeat(index - start)}^\nERROR at Row:1:Column:${index + 1}\n${message}`,
  );
}

const REFERENCE = 'Please reference your WSDL or the describe call for the appropriate names.';

export const noSuchColumn = (soql: string, name: string, entity: string) =>
  invalidField(
    soql,
    name,
    `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${REFERENCE}`,
  );

export const noSuchRelationship = (soql: string, name: string) =>
  invalidField(
    soql,
    name,
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${REFERENCE}`,
  );

export const noSuchObject = (name: string) =>
  new SalesforceError(
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${REFERENCE}`,
  );
