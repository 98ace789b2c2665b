import type { CountryCode, IsoDate, Money } from './scalars.ts';

/** A human being on either side: a customer contact or a member of the sales team. Matched by e-mail, case-insensitively. */
export interface Person {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** A product of the deal: a co-sell solution (`SOL-12345-ABC`) or a Microsoft solution (GUID). Matched by id, case-insensitively. */
export interface Solution {
  readonly id: string;
  readonly name: string | null;
}

export interface Address {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  /** As the CRM or Partner Center spells it; readiness checks that it is an ISO 3166-1 alpha-2 code. */
  readonly country: CountryCode | null;
}

export interface Customer {
  readonly name: string | null;
  readonly address: Address;
}

/**
 * Where a deal stands, in words both sides share. `on-hold` is an inbound deal that waits for the seller's answer.
 * `declined`, `expired` and `error` exist on Partner Center's side only.
 */
export type DealPhase = 'on-hold' | 'open' | 'won' | 'lost' | 'declined' | 'expired' | 'error';

/** How much Microsoft sees. The levels only ever go up. */
export type SharingLevel = 'private' | 'partner-led' | 'co-sell';

/**
 * One deal in neutral words: what the opportunity and the referral are both read into, compared in and written from.
 * `null` means "empty on that side".
 */
export interface Deal {
  readonly name: string | null;
  readonly dealValue: Money | null;
  readonly closeDate: IsoDate | null;
  readonly notes: string | null;
  readonly phase: DealPhase;
  /** Partner Center's assistanceRequestCode; unknown codes pass through unharmed. */
  readonly help: string | null;
  readonly visibleToMicrosoft: boolean;
  readonly customer: Customer | null;
  readonly contacts: readonly Person[];
  readonly team: readonly Person[];
  readonly solutions: readonly Solution[];
  /** Fields that an administrator added to the mapping, by the row's name. */
  readonly custom: Readonly<Record<string, CustomValue>>;
}

export type CustomValue = string | number | boolean | null;

/** The name of a mapping row of the shipped table. */
export type DealField = Exclude<keyof Deal, 'custom'>;
