import { z } from 'zod';
import { isLoopback, serverUrl, text } from './values.ts';
import { webhooks } from './webhooks.ts';
import { inbound } from './inbound.ts';
import { section } from './section.ts';

const seconds = z.number().positive().max(86_400);
const timeoutMs = z.int().min(1_000).max(120_000);
const paths = z.union([text, z.array(text).min(1)]);

const place = z.union([
  z.boolean(),
  z.strictObject({
    valueMap: z.record(z.string(), z.string()).nullable().optional(),
    default: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
  }),
]);

/** A row of the field mapping; what it means is checked by the core's `buildPolicy`. */
export const mappingRow = z.strictObject({
  referral: text.optional(),
  crm: z.union([paths, z.record(z.string(), paths)]).optional(),
  places: z
    .strictObject({
      createInCrm: place.optional(),
      updateInCrm: place.optional(),
      createInPartnerCenter: place.optional(),
      updateInPartnerCenter: place.optional(),
    })
    .optional(),
  conflict: z.enum(['crm', 'partner-center', 'latest', 'ask']).optional(),
  crmMaxLength: z.int().positive().nullable().optional(),
});

const sectionField = text.optional();

/** What a CRM's part says about its policy; every key has a default. */
export const policyOfCrm = {
  stages: z.strictObject({ onHold: text, active: text, won: text, lost: text }).partial().default({}),
  fields: z
    .strictObject({
      sync: sectionField,
      referralId: sectionField,
      referralLink: sectionField,
      help: sectionField,
      visible: sectionField,
      products: sectionField,
      audit: sectionField,
      status: sectionField,
      microsoftCrmId: sectionField,
      lastSync: sectionField,
      direction: sectionField,
      details: sectionField,
    })
    .default({}),
  mapping: z.record(z.string(), mappingRow).default({}),
  consent: z
    .strictObject({ shareInfoWithOthers: z.boolean().default(true), contact: z.boolean().default(true) })
    .default({ shareInfoWithOthers: true, contact: true }),
  defaultCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'must be an ISO 4217 currency code such as EUR' })
    .nullable()
    .default(null),
  extraSolutionIdPattern: text.nullable().default(null),
  auditMaxLength: z.int().min(255).max(1_048_576).default(100_000),
  timeoutMs: timeoutMs.default(30_000),
};

const crmName = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, {
  error: 'must be small letters, digits and hyphens, beginning with a letter (it becomes part of a variable name)',
});

const salesforce = z
  .strictObject({
    name: crmName,
    kind: z.literal('salesforce'),
    loginUrl: serverUrl,
    clientId: text,
    auth: z.enum(['client-credentials', 'jwt']).default('client-credentials'),
    /** With `jwt` only: the integration user. */
    username: text.nullable().default(null),
    ...policyOfCrm,
  })
  .refine(({ auth, username }) => (auth === 'jwt') === (username !== null), {
    path: ['username'],
    error: 'must name the integration user with auth: jwt, and be left out otherwise',
  });

const dynamics = z.strictObject({
  name: crmName,
  kind: z.literal('dynamics'),
  serverUrl,
  authority: serverUrl,
  clientId: text,
  ...policyOfCrm,
});

/** What all policies take from Partner Center's part. */
export const partnerCenterPolicy = {
  referralLink: text.default('https://partner.microsoft.com/referrals/v2/inbox?id={id}'),
  timeZone: text.default('UTC'),
};

/** What `cosell.config.yaml` may say. Unknown keys are refused, so that a typing error does not silently do nothing. */
export const fileSchema = z.strictObject({
  server: z
    .strictObject({
      host: text.default('127.0.0.1'),
      port: z.int().min(0).max(65_535).default(4100),
    })
    .prefault({}),
  data: z
    .strictObject({ folder: text.default('.cosell/data'), databaseUrl: text.nullable().default(null) })
    .prefault({}),
  log: z.strictObject({ level: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info') }).prefault({}),
  partnerCenter: z
    .strictObject({
      baseUrl: serverUrl.default('https://api.partner.microsoft.com'),
      authority: serverUrl,
      scope: text.optional(),
      clientId: text,
      ...partnerCenterPolicy,
      timeoutMs: timeoutMs.default(10_000),
      webhooks,
    })
    .refine(({ baseUrl, webhooks: { sandbox } }) => sandbox === null || isLoopback(baseUrl), {
      path: ['webhooks', 'sandbox'],
      error: 'is for the sandbox only: beside the real Partner Center, certificates never come from this machine',
    }),
  crms: z
    .array(z.discriminatedUnion('kind', [salesforce, dynamics], { error: 'kind must be "salesforce" or "dynamics"' }))
    .min(1, { error: 'must name at least one CRM' })
    .refine((crms) => new Set(crms.map((crm) => crm.name)).size === crms.length, { error: 'names must differ' }),
  inbound,
  section,
  sync: z
    .strictObject({
      batchSize: z.int().min(1).max(200).default(200),
      concurrency: z.int().min(1).max(64).default(16),
      catchUpSeconds: z.int().min(10).max(86_400).default(300),
      sweepSeconds: z.int().min(10).max(86_400).default(300),
      retry: z
        .strictObject({
          limit: z.int().min(1).max(10_000).default(300),
          baseSeconds: seconds.default(2),
          maxSeconds: seconds.default(900),
        })
        .prefault({}),
    })
    .prefault({}),
  home: z.strictObject({ links: z.array(z.strictObject({ label: text, url: serverUrl })).default([]) }).prefault({}),
});

export type FileConfig = z.infer<typeof fileSchema>;
export type CrmConfig = FileConfig['crms'][number];
