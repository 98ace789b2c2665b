import currencies from 'currency-codes';
import countries from 'i18n-iso-countries';
import { z } from 'zod';
import { LIMITS } from './conventions.ts';
import * as enums from './enums.ts';

/*
 * What a caller may write, property by property as documented (learn.microsoft.com/partner-center/developer/referral-resources;
 * referrals §5). Every object is strict: a property that is not documented, or that only the service sets, is refused.
 */

const text = z.string().max(LIMITS.text).nullish();
const tag = (ids: readonly [string, ...string[]]) => z.array(z.strictObject({ id: z.enum(ids), name: text })).nullish();
const anyTag = z.array(z.strictObject({ id: z.string().min(1), name: text })).nullish();

const COUNTRY_CODES = new Set(Object.keys(countries.getAlpha2Codes()));
const CURRENCY_CODES = new Set(currencies.codes());

const country = z
  .string()
  .refine((code) => COUNTRY_CODES.has(code), { error: 'is not an ISO 3166-1 alpha-2 country code' });
const currency = z.string().refine((code) => CURRENCY_CODES.has(code), { error: 'is not an ISO 4217 currency code' });

/** A number, or the same as text as in the published PATCH sample; always kept as a number. */
const amount = z.union([
  z.number().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}(\.\d{1,4})?$/, { error: 'is not an amount such as "50000.50"' })
    .transform(Number),
]);

const instant = z.iso.datetime({ error: 'is not a UTC time such as 2025-11-14T00:00:00Z' });

const member = z.strictObject({
  firstName: text,
  lastName: text,
  phoneNumber: text,
  email: z.email().nullish(),
  title: text,
  contactPreference: z.strictObject({ locale: text, disableNotifications: z.boolean().nullish() }).nullish(),
});
const team = z.array(member).max(LIMITS.team).nullish();

const customerProfile = z.strictObject({
  name: z.string().min(1).max(LIMITS.name),
  address: z.strictObject({
    addressLine1: text,
    addressLine2: text,
    city: text,
    state: text,
    postalCode: text,
    country,
    region: text,
  }),
  size: z.enum(enums.CUSTOMER_SIZES).nullish(),
  team,
  ids: z.array(z.strictObject({ profileType: z.enum(enums.PROFILE_ID_TYPES), id: z.string().min(1) })).nullish(),
});

/** The first name is the service's own spelling. */
const consent = z.strictObject({
  consentToToShareInfoWithOthers: z.literal(true, { error: 'must be true: without it no deal is made' }),
  consentToContact: z.boolean(),
  consentToShareReferralWithMicrosoftSellers: z.boolean().nullish(),
  consentToMicrosoftToContactSpecificPartners: z.boolean().nullish(),
});

const solution = z.strictObject({
  id: z.string().min(1),
  name: text,
  type: z.enum(enums.SOLUTION_TAG_TYPES).nullish(),
  price: amount.nullish(),
  quantity: z.number().nonnegative().nullish(),
  currency: currency.nullish(),
  publisherName: text,
  solutionType: text,
  closingDateTime: instant.nullish(),
});

const attribute = z
  .strictObject({ type: z.enum(enums.ATTRIBUTE_TYPES), id: z.string().min(1) })
  .refine(
    ({ type, id }) => type !== 'CustomerMarketplaceIntent' || enums.MARKETPLACE_INTENTS.some((known) => known === id),
    {
      error: `is not one of ${enums.MARKETPLACE_INTENTS.join(', ')}`,
      path: ['id'],
    },
  );

const details = z.strictObject({
  notes: z.string().max(LIMITS.notes).nullish(),
  dealValue: amount,
  currency,
  closingDateTime: instant,
  requirements: z.strictObject({
    industries: tag(enums.INDUSTRIES),
    products: tag(enums.PRODUCTS),
    services: tag(enums.SERVICES),
    solutions: z.array(solution).min(1).max(LIMITS.solutions),
    offers: anyTag,
    salesPlays: anyTag,
    additionalRequirements: z
      .strictObject({
        iot: z
          .strictObject({
            customerLicenseAgreementNumber: text,
            deviceCategory: text,
            siliconType: text,
            azureCertifiedDevice: z.union([z.boolean(), z.string()]).nullish(),
            attachServices: z.union([z.boolean(), z.string(), z.array(z.string())]).nullish(),
          })
          .nullish(),
        attributes: z.array(attribute).nullish(),
      })
      .nullish(),
  }),
});

const inviteContext = z.strictObject({
  notes: text,
  assistanceRequestCode: z.enum(enums.ASSISTANCE_REQUEST_CODES).nullish(),
  invitedMpnId: text,
  invitedBy: z.strictObject({ organizationId: text, organizationName: text }).nullish(),
});

const trackingInfo = z.strictObject({
  microsoftMsxId: text,
  microsoftUSFedOpportunityId: text,
  microsoftUSFedLeadId: text,
  migratedPSCDealId: text,
  migratedPSCPartnerDealId: text,
});

/** Everything of a referral that is not set by the service alone. */
export const contentSchema = z.strictObject({
  name: z.string().max(LIMITS.name).nullish(),
  externalReferenceId: text,
  status: z.enum(enums.STATUSES),
  substatus: z.enum(enums.SUBSTATUSES),
  statusReason: text,
  qualification: z.enum(enums.QUALIFICATIONS).nullish(),
  type: z.enum(enums.TYPES),
  target: z.array(z.strictObject({ type: z.enum(enums.TARGET_TYPES), id: z.string().min(1) })).nullish(),
  customerProfile,
  consent,
  details,
  team,
  inviteContext: inviteContext.nullish(),
  trackingInfo: trackingInfo.nullish(),
  campaignId: text,
  salesStage: z.enum(enums.SALES_STAGES).nullish(),
});

/** What a POST carries: content without the need of a status, and the engagement of a connected referral. */
export const newReferralSchema = contentSchema.extend({
  status: z.enum(enums.STATUSES).nullish(),
  substatus: z.enum(enums.SUBSTATUSES).nullish(),
  engagementId: z.guid().nullish(),
});

export type ReferralContent = z.output<typeof contentSchema>;
export type NewReferralContent = z.output<typeof newReferralSchema>;

/** Top-level properties that only the service sets (RO in referrals §5): refused on POST, unchangeable afterwards. */
export const READ_ONLY_PROPERTIES: ReadonlySet<string> = new Set([
  'id',
  'engagementId',
  'organizationId',
  'organizationName',
  'createdDateTime',
  'updatedDateTime',
  'expirationDateTime',
  'acceptedDateTime',
  'closedDateTime',
  'direction',
  'eTag',
  'links',
  'referralProgram',
  'referralSource',
  'callToAction',
  'quality',
  'isSpam',
  'favorite',
  'tags',
  'dealSensitivity',
  'createdVia',
  'lastModifiedVia',
  'lastRunId',
  'mpnId',
  'registrations',
  'registrationStatus',
  'isAutoRegistrationEnabled',
  'exception',
]);
