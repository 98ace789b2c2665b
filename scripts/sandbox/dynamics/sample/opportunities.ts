import { DYNAMICS_CHOICE_BASE } from '../../../../shared/core/mapping/choices.ts';
import type { CURRENCIES } from './ids.ts';
import { KINDS, sampleId } from './ids.ts';

export interface SampleOpportunity {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly value: number | null;
  readonly currency: keyof typeof CURRENCIES;
  /** Days from the day of the start; `null`: no close date. */
  readonly closesInDays: number | null;
  readonly account: number;
  readonly contact: number | null;
  readonly products: string | null;
  readonly help: number | null;
  readonly visible: boolean;
}

const help = (index: number): number => DYNAMICS_CHOICE_BASE + index;

type Input = Partial<Omit<SampleOpportunity, 'id'>> & Pick<SampleOpportunity, 'name' | 'account'>;

/** Sync is off on all of them; the second half is not ready to be shared, each for another reason. */
const OPPORTUNITIES: readonly Input[] = [
  {
    name: 'Shop floor analytics for three plants',
    account: 1,
    contact: 1,
    value: 184_500.5,
    currency: 'EUR',
    products: 'SOL-15974-MQF',
    help: help(0),
    description: 'Pilot in Winterthur first, then the two plants in Ticino.',
  },
  {
    name: 'Cold chain monitoring, Baltic routes',
    account: 2,
    contact: 2,
    value: 96_000,
    currency: 'EUR',
    products: 'SOL-20318-HZT',
    visible: true,
  },
  {
    name: 'Demand forecast rollout 2027',
    account: 3,
    contact: 3,
    value: 420_000,
    products: 'SOL-21846-KWB, SOL-41553-BFO',
    help: help(2),
    description: 'Board wants a proof of concept before the holiday season.',
  },
  {
    name: 'Claims intake automation',
    account: 4,
    contact: 4,
    value: 250_750.25,
    currency: 'EUR',
    products: 'SOL-23507-PLX',
  },
  {
    name: 'Clinic scheduling for 40 sites',
    account: 5,
    contact: 5,
    value: 138_000,
    products: 'SOL-26691-DNA',
    help: help(4),
  },
  {
    name: '送電網の負荷計画',
    account: 6,
    contact: 6,
    value: 24_800_000,
    currency: 'JPY',
    products: 'SOL-28140-VRE',
    help: help(1),
    description: '2027年度の計画に間に合わせる。',
  },
  {
    name: 'Warehouse vision, west coast',
    account: 7,
    contact: 7,
    value: 310_000,
    products: 'SOL-30275-GSC',
    visible: true,
  },
  {
    name: 'Contract search (account without country)',
    account: 8,
    value: 54_000,
    currency: 'EUR',
    products: 'SOL-37018-QYM',
  },
  {
    name: 'Campus data platform (country by name)',
    account: 9,
    contact: 8,
    value: 77_000,
    currency: 'EUR',
    products: 'SOL-41553-BFO',
  },
  { name: 'Fleet emissions ledger (no product yet)', account: 10, contact: 9, value: 61_500 },
  { name: 'Landing zone review (no value yet)', account: 7, contact: 7, value: null, products: 'SOL-33962-TJU' },
  {
    name: 'Database migration (help asked, no contact)',
    account: 11,
    value: 205_000,
    currency: 'EUR',
    products: 'SOL-48206-EAK',
    help: help(3),
  },
  {
    name: 'Fitting room kiosk (product unknown to Microsoft)',
    account: 3,
    contact: 10,
    value: 33_000,
    products: 'SOL-00000-XXX',
  },
];

export const SAMPLE_OPPORTUNITIES: readonly SampleOpportunity[] = OPPORTUNITIES.map((input, index) => ({
  id: sampleId(KINDS.opportunity, index + 1),
  description: null,
  value: null,
  currency: 'USD',
  closesInDays: 30 + index * 9,
  contact: null,
  products: null,
  help: null,
  visible: false,
  ...input,
}));
