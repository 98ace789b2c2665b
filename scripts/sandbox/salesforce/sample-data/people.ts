import type { Profile } from '../access/permissions.ts';

/** A user of the sandbox org. */
export interface SamplePerson {
  /** `client_id` to sign in with; who has no secret (colleague) signs in on the pages only. */
  readonly clientId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly profile: Profile;
  readonly permissionSets: readonly string[];
  /** Has left: signs in nowhere, owns nothing new, and joins no team. */
  readonly inactive?: true;
}

export const SELLER_CLIENT = 'seller';

/** Who can sign in: design.md §6; the last two only on the record pages. */
export const PEOPLE: readonly SamplePerson[] = [
  {
    clientId: 'sandbox',
    firstName: 'Co-sell',
    lastName: 'Connector',
    profile: 'Minimum Access - API Only Integrations',
    permissionSets: ['Cosell_Integration'],
  },
  {
    clientId: SELLER_CLIENT,
    firstName: 'Mara',
    lastName: 'Lindqvist',
    profile: 'Standard User',
    permissionSets: ['Cosell_Seller'],
  },
  {
    clientId: 'stranger',
    firstName: 'Tomas',
    lastName: 'Okafor',
    profile: 'Standard User',
    permissionSets: ['Cosell_Seller'],
  },
  {
    clientId: 'colleague',
    firstName: 'Yuki',
    lastName: 'Brandt',
    profile: 'Standard User',
    permissionSets: ['Cosell_Seller'],
  },
  {
    clientId: 'admin',
    firstName: 'Priya',
    lastName: 'Raman',
    profile: 'System Administrator',
    permissionSets: ['Cosell_Admin'],
  },
  {
    clientId: 'leaver',
    firstName: 'Noor',
    lastName: 'Haddad',
    profile: 'Standard User',
    permissionSets: [],
    inactive: true,
  },
];

export const emailOf = ({ firstName, lastName }: SamplePerson): string =>
  `${firstName}.${lastName}`.toLowerCase().replaceAll(/[^a-z.]/g, '') + '@northwindcloud.example';
