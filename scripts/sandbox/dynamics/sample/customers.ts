import { KINDS, sampleId } from './ids.ts';

export interface SampleContact {
  readonly id: string;
  readonly account: number;
  readonly values: Readonly<Record<string, string>>;
}

export interface SampleAccount {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
}

type AccountRow = readonly [
  name: string,
  street: string,
  city: string,
  region: string,
  postalCode: string,
  country: string,
];

const ACCOUNTS: readonly AccountRow[] = [
  ['Alpine Precision Works', 'Industriestrasse 14', 'Winterthur', 'ZH', '8400', 'CH'],
  ['Baltic Seafood Group', 'Hafenallee 3', 'Rostock', 'MV', '18147', 'DE'],
  ['Cascade Outdoor Stores', '2150 Pine Street', 'Seattle', 'WA', '98101', 'US'],
  ['Delta Mutual Insurance', '88 Canal Road', 'Rotterdam', 'ZH', '3011', 'NL'],
  ['Evergreen Family Clinics', '410 Queen Street', 'Toronto', 'ON', 'M5V 2B5', 'CA'],
  ['Fuji Electric Grid', '2-4-1 Marunouchi', 'Tokyo', 'Tokyo', '100-0005', 'JP'],
  ['Golden Gate Logistics', '77 Embarcadero', 'San Francisco', 'CA', '94105', 'US'],
  // No country: opportunities of this account can't be shared.
  ['Harbour Street Legal', '5 Harbour Street', 'Dublin', 'D', 'D02', ''],
  // A country's name instead of its code.
  ['Iberia University', 'Calle Mayor 21', 'Sevilla', 'SE', '41001', 'Spain'],
  ['Juniper Fleet Services', '9 Depot Lane', 'Leeds', 'WYK', 'LS1 4AP', 'GB'],
  // Nobody is known there: no co-sell deal can be shared.
  ['Kestrel Archives', '3 Museum Quay', 'Antwerp', 'VAN', '2000', 'BE'],
];

type ContactRow = readonly [account: number, first: string, last: string, email: string, phone: string, title: string];

const CONTACTS: readonly ContactRow[] = [
  [1, 'Anna', 'Keller', 'anna.keller@alpineprecision.example', '+41 52 555 01 10', 'Head of Production'],
  [2, 'Bjarne', 'Thiel', 'bjarne.thiel@balticseafood.example', '+49 381 5550 12', 'Logistics Manager'],
  [3, 'Carla', 'Ruiz', 'carla.ruiz@cascadeoutdoor.example', '+1 206 555 0134', 'VP Merchandising'],
  [4, 'Daan', 'Visser', 'daan.visser@deltamutual.example', '+31 10 555 0145', 'Claims Director'],
  [5, 'Elise', 'Tremblay', 'elise.tremblay@evergreenclinics.example', '+1 416 555 0156', 'Operations Lead'],
  [6, 'Fumiko', 'Sato', 'fumiko.sato@fujigrid.example', '+81 3 5550 0167', 'Grid Planning Manager'],
  [7, 'Grace', 'Okafor', 'grace.okafor@goldengatelogistics.example', '+1 415 555 0178', 'CIO'],
  [9, 'Irene', 'Campos', 'irene.campos@iberia-university.example', '+34 95 555 0190', 'Dean of IT'],
  [10, 'Jack', 'Hughes', 'jack.hughes@juniperfleet.example', '+44 113 555 0110', 'Fleet Manager'],
  [3, 'Noah', 'Lindqvist', 'noah.lindqvist@cascadeoutdoor.example', '+1 206 555 0135', 'IT Architect'],
];

export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = ACCOUNTS.map(
  ([name, line1, city, region, postalCode, country], index) => ({
    id: sampleId(KINDS.account, index + 1),
    values: {
      name,
      address1_line1: line1,
      address1_city: city,
      address1_stateorprovince: region,
      address1_postalcode: postalCode,
      address1_country: country,
    },
  }),
);

export const SAMPLE_CONTACTS: readonly SampleContact[] = CONTACTS.map(
  ([account, firstname, lastname, emailaddress1, telephone1, jobtitle], index) => ({
    id: sampleId(KINDS.contact, index + 1),
    account,
    values: { firstname, lastname, emailaddress1, telephone1, jobtitle },
  }),
);
