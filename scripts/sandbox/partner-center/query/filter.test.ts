import { sampleRecords } from '../sample-data.ts';
import { ServiceError } from '../service-error.ts';
import { compileFilter } from './filter.ts';

const referrals = sampleRecords(Date.parse('2026-11-20T09:00:00Z'), () => '"1"').map(({ referral }) => referral);
const countries = (filter: string) =>
  referrals.filter(compileFilter(filter)).map(({ customerProfile }) => customerProfile.address.country);

describe('$filter', () => {
  it.each([
    ["status eq 'New'", ['GB']],
    ["status ne 'New'", ['DE', 'JP']],
    ["not (status eq 'New') and substatus eq 'Lost'", ['JP']],
    ["status eq 'New' or status eq 'Active' and type eq 'Independent'", ['GB']],
    ["(status eq 'New' or status eq 'Active') and type eq 'Shared'", ['GB', 'DE']],
    ['updatedDateTime ge 2026-11-11T09:00:00.0000000Z', ['GB', 'JP']],
    ["updatedDateTime gt 2026-11-11T09:00:00Z and direction eq 'Incoming'", ['GB']],
    ['updatedDateTime le 2026-11-11T10:00:00+01:00', ['DE', 'JP']],
    ['updatedDateTime lt 2026-11-02T09:00:00.0000001Z', ['DE']],
    ['updatedDateTime eq 2026-11-02T09:00:00Z', ['DE']],
    ["engagementId eq 'a3e8f1c4-0d52-4b7f-9c86-1f2b3d4e5a01'", ['GB']],
    ["customerProfile/address/country eq 'JP'", ['JP']],
    [
      "team/any(x:x/email eq 'amara.nwosu@northwind-cloud.example') and qualification eq 'SalesQualified'",
      ['GB', 'DE', 'JP'],
    ],
    ["team/any(t:t/email eq 'o''brien@northwind-cloud.example')", []],
  ])('%s', (filter, expected) => {
    expect(countries(filter)).toEqual(expected);
  });

  it.each([
    "status eq 'New' garbage",
    "'New' eq status",
    'status',
    'true',
    'status eq null',
    'status eq substatus',
    "id eq '1'",
    "t/email eq 'x'",
  ])('refuses %s', (filter) => {
    expect(() => compileFilter(filter)).toThrow(ServiceError);
  });
});
