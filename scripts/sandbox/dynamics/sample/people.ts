import { BUSINESS_UNITS, KINDS, SALES_TEAM, sampleId } from './ids.ts';

/** A user of the environment. Those with a `clientId` can sign in. */
export interface Person {
  readonly id: string;
  readonly clientId: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly businessUnitId: string;
  readonly application: boolean;
  readonly teamIds: readonly string[];
  /** Roles and field security profiles of our solution, by name. */
  readonly roles: readonly string[];
  /** Also has a role of the platform's own. */
  readonly platformRole: 'Salesperson' | 'System Administrator' | null;
  readonly fieldProfiles: readonly string[];
  /** Has left. */
  readonly disabled?: true;
}

const seller = {
  roles: ['Co-sell Seller'],
  platformRole: 'Salesperson',
  fieldProfiles: ['Co-sell Section Readers'],
  application: false,
} as const;

export const PEOPLE: readonly Person[] = [
  {
    id: sampleId(KINDS.user, 1),
    clientId: 'sandbox',
    firstName: 'Co-sell',
    lastName: 'Connector',
    email: 'connector@northwind.example',
    phone: null,
    businessUnitId: BUSINESS_UNITS.sales,
    application: true,
    teamIds: [],
    roles: ['Co-sell Connector'],
    platformRole: null,
    fieldProfiles: ['Co-sell Connector'],
  },
  {
    ...seller,
    id: sampleId(KINDS.user, 2),
    clientId: 'seller',
    firstName: 'Selma',
    lastName: 'Berg',
    email: 'selma.berg@northwind.example',
    phone: '+49 30 5550 142',
    businessUnitId: BUSINESS_UNITS.sales,
    teamIds: [SALES_TEAM],
  },
  {
    ...seller,
    id: sampleId(KINDS.user, 3),
    clientId: 'stranger',
    firstName: 'Stefan',
    lastName: 'Ahn',
    email: 'stefan.ahn@northwind.example',
    phone: null,
    businessUnitId: BUSINESS_UNITS.other,
    teamIds: [],
  },
  {
    ...seller,
    id: sampleId(KINDS.user, 4),
    clientId: null,
    firstName: 'Priya',
    lastName: 'Nair',
    email: 'priya.nair@northwind.example',
    phone: '+44 20 5550 118',
    businessUnitId: BUSINESS_UNITS.sales,
    teamIds: [SALES_TEAM],
  },
  {
    id: sampleId(KINDS.user, 5),
    clientId: 'admin',
    firstName: 'Amara',
    lastName: 'Cole',
    email: 'amara.cole@northwind.example',
    phone: null,
    businessUnitId: BUSINESS_UNITS.sales,
    application: false,
    teamIds: [],
    roles: ['Co-sell Administrator', 'Co-sell Seller'],
    platformRole: 'System Administrator',
    fieldProfiles: ['Co-sell Section Readers'],
  },
  {
    ...seller,
    id: sampleId(KINDS.user, 6),
    clientId: null,
    firstName: 'Noor',
    lastName: 'Haddad',
    email: 'noor.haddad@northwind.example',
    phone: null,
    businessUnitId: BUSINESS_UNITS.sales,
    teamIds: [],
    disabled: true,
  },
];

export const SELLER = PEOPLE[1]?.id ?? '';
export const COLLEAGUE = PEOPLE[3]?.id ?? '';
