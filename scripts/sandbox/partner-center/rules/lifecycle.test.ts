import { STATUSES, SUBSTATUSES } from '../enums.ts';
import { ServiceError } from '../service-error.ts';
import { type Standing, assertLegalMove, assertMatchingSubstatus, assertOpen } from './lifecycle.ts';

const all: readonly Standing[] = STATUSES.flatMap((status) => SUBSTATUSES.map((substatus) => ({ status, substatus })));
const passes = (check: () => void): boolean => {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof ServiceError) return false;
    throw error;
  }
};
const show = ({ status, substatus }: Standing) => `${status}/${substatus}`;

describe('the lifecycle', () => {
  it('knows which substatus belongs to which status', () => {
    expect(all.filter((standing) => passes(() => assertMatchingSubstatus(standing))).map(show)).toEqual([
      'New/Pending',
      'New/Received',
      'Active/Accepted',
      'Closed/Won',
      'Closed/Lost',
      'Closed/Declined',
      'Closed/Expired',
      'Closed/Error',
    ]);
  });

  it.each([
    [
      'New',
      'Received',
      [
        'New/Pending',
        'New/Received',
        'Active/Accepted',
        'Closed/Won',
        'Closed/Lost',
        'Closed/Declined',
        'Closed/Error',
      ],
    ],
    ['Active', 'Accepted', ['Active/Accepted', 'Closed/Won', 'Closed/Lost', 'Closed/Declined', 'Closed/Error']],
    ['Closed', 'Won', []],
  ] as const)('lets %s/%s go only where it may', (status, substatus, expected) => {
    expect(all.filter((after) => passes(() => assertLegalMove({ status, substatus }, after))).map(show)).toEqual(
      expected,
    );
  });

  it('takes closed as the end', () => {
    expect(
      all.filter((standing) => !passes(() => assertOpen(standing))).every(({ status }) => status === 'Closed'),
    ).toBe(true);
    expect(passes(() => assertOpen({ status: 'Closed', substatus: 'Won' }))).toBe(false);
  });
});
