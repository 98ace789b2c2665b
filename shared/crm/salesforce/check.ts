import { asCosellError } from '../../core/errors/index.ts';
import type { WrittenPath } from '../../core/mapping/crm-paths.ts';
import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import { notWritable } from '../not-writable.ts';
import type { CrmFinding } from '../port.ts';
import type { SalesforceConnection } from './connection.ts';
import { CURE, type Schema, type SchemaCache } from './schema.ts';
import { CLIENT_NAME, CONNECTION, REQUEST } from './settings.ts';
import type { ObjectDescription, QueryAnswer, SObjectRecord } from './wire.ts';

const WATCHED = ['Opportunity', 'Account', 'Contact', 'OpportunityContactRole', REQUEST.object];
const TEAM_MEMBER = 'OpportunityTeamMember';
const DEPLOY = 'Deploy salesforce/main/default to the org (docs, "Install in Salesforce").';

/** Connection, fields, permissions and change events of the org; problems as findings, never as exceptions. */
export async function check(
  connection: SalesforceConnection,
  schemas: SchemaCache,
  fields: SectionFieldNames,
  written: readonly WrittenPath[] = [],
): Promise<readonly CrmFinding[]> {
  let schema: Schema;
  try {
    schemas.forget();
    schema = await schemas.load();
  } catch (thrown) {
    const { message, cure } = asCosellError(thrown);
    return [{ level: 'error', subject: 'Salesforce connection', message, cure }];
  }
  const signedIn = ok(
    'Salesforce connection',
    `Signed in as the integration user; calls are marked "client=${CLIENT_NAME}".`,
  );
  return [
    signedIn,
    ...readable(schema),
    ...writable(schema, fields),
    // A field that is not there at all is named above.
    ...notWritable(written, (path) => schema.opportunityFields.get(path.toLowerCase())?.updateable === false),
    ...(await team(connection, schema)),
    ...(await requests(connection)),
    ...(await connectionRow(connection)),
    ...(await events(connection)),
  ];
}

function readable({ known, unknown }: Schema): readonly CrmFinding[] {
  if (unknown.length === 0) return [ok('Fields', `All ${known.length} mapped fields can be read.`)];
  return unknown.map(({ path, reason }) => error(path, `The field ${path} cannot be read: ${reason}`, CURE));
}

/** What the connector itself fills. */
function writable({ opportunityFields }: Schema, fields: SectionFieldNames): readonly CrmFinding[] {
  const { sync, help, visible, products, ...filled } = fields;
  const findings = Object.values(filled).flatMap((name) => {
    const field = opportunityFields.get(name.toLowerCase());
    if (field?.updateable) return [];
    const problem = field ? 'may not be edited by the integration user' : 'is not there for the integration user';
    return [error(name, `The field ${name} of the opportunity ${problem}.`, CURE)];
  });
  const unread = [sync, help, visible, products].filter((name) => !opportunityFields.has(name.toLowerCase()));
  findings.push(
    ...unread.map((name) =>
      error(name, `The field ${name} of the opportunity is not there for the integration user.`, CURE),
    ),
  );
  return findings.length > 0
    ? findings
    : [ok('Section fields', 'All fields of the Microsoft section are there and can be filled.')];
}

async function team(connection: SalesforceConnection, { hasTeam }: Schema): Promise<readonly CrmFinding[]> {
  const subject = 'Opportunity teams';
  if (!hasTeam) {
    const message =
      'Team selling is switched off: only the owner of an opportunity is shared as a team member, and nobody joins from Partner Center.';
    const cure = 'Switch on opportunity teams in Salesforce Setup if the whole team is to be kept in step.';
    return [{ level: 'warning', subject, message, cure }];
  }
  try {
    const { createable, deletable } = await connection.describe(TEAM_MEMBER);
    if (createable === true && deletable === true)
      return [ok(subject, 'Members can join and leave opportunity teams.')];
    const what = [createable === true ? [] : 'add', deletable === true ? [] : 'remove'].flat().join(' or ');
    return [
      error(subject, `The integration user may not ${what} members of opportunity teams (${TEAM_MEMBER}).`, CURE),
    ];
  } catch (thrown) {
    const { message } = asCosellError(thrown);
    return [error(subject, `It could not be checked who may change opportunity teams: ${message}`, CURE)];
  }
}

function requests(connection: SalesforceConnection): Promise<readonly CrmFinding[]> {
  const answered = [REQUEST.status, REQUEST.message, REQUEST.errorCode, REQUEST.completedAt];
  const found = `Requests of the section (${REQUEST.object}) can be read and answered.`;
  return table(connection, REQUEST.object, answered, ok('Requests', found));
}

function connectionRow(connection: SalesforceConnection): Promise<readonly CrmFinding[]> {
  const written = [CONNECTION.details, CONNECTION.lastSeenAt];
  const found = `The section can be told of the connection (${CONNECTION.object}).`;
  return table(connection, CONNECTION.object, written, ok('Connection row', found));
}

/** Whether an object of ours is there and the integration user may write these fields of its rows. */
async function table(
  connection: SalesforceConnection,
  object: string,
  written: readonly string[],
  fine: CrmFinding,
): Promise<readonly CrmFinding[]> {
  let described: ObjectDescription;
  try {
    described = await connection.describe(object);
  } catch (thrown) {
    const { httpStatus, message, cure } = asCosellError(thrown);
    const absent = httpStatus === 404;
    return [error(object, absent ? `The object ${object} is not there.` : message, absent ? DEPLOY : cure)];
  }
  const editable = new Set(described.fields.filter((field) => field.updateable).map((field) => field.name));
  const closed = written.filter((name) => !editable.has(name));
  if (described.queryable && described.updateable && closed.length === 0) return [fine];
  const what = closed.length > 0 ? `fields ${closed.join(', ')}` : 'rows';
  return [error(object, `The integration user may not edit the ${what} of ${object}.`, CURE)];
}

/**
 * Which objects publish change events, from the Tooling API; without the right to ask ("View Setup and Configuration") it
 * stays a warning. `SelectedEntity` may be an id; the developer name is `Channel_Event` with single underscores.
 */
async function events(connection: SalesforceConnection): Promise<readonly CrmFinding[]> {
  const subject = 'Change events';
  const soql = 'SELECT DeveloperName, SelectedEntity FROM PlatformEventChannelMember';
  try {
    const answer = await connection.get<QueryAnswer>(
      `${connection.dataUrl}/tooling/query?q=${encodeURIComponent(soql)}`,
    );
    const members = await connection.allRows(answer);
    const silent = WATCHED.filter((object) => !members.some((member) => selects(member, eventOf(object))));
    if (silent.length === 0)
      return [ok(subject, 'Change Data Capture is on for all objects that the connector watches.')];
    return [error(subject, `Change Data Capture is off for ${silent.join(', ')}.`, DEPLOY)];
  } catch (thrown) {
    return [
      {
        level: 'warning',
        subject,
        message: `It could not be checked whether Change Data Capture is on: ${asCosellError(thrown).message}`,
        cure: `Check in Setup, "Change Data Capture", that these objects are selected: ${WATCHED.join(', ')}.`,
      },
    ];
  }
}

function selects({ DeveloperName, SelectedEntity }: SObjectRecord, event: string): boolean {
  return SelectedEntity === event || String(DeveloperName).endsWith(`_${event.replaceAll('__', '_')}`);
}

function eventOf(object: string): string {
  return object.endsWith('__c') ? `${object.slice(0, -1)}ChangeEvent` : `${object}ChangeEvent`;
}

function ok(subject: string, message: string): CrmFinding {
  return { level: 'ok', subject, message, cure: null };
}

function error(subject: string, message: string, cure: string): CrmFinding {
  return { level: 'error', subject, message, cure };
}
