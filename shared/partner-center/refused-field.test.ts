import { refusedField } from './refused-field.ts';

describe('refusedField', () => {
  it.each([
    ['customerProfile.address.country', '/customerProfile/address/country'],
    ['/CustomerProfile/Address/Country', '/customerProfile/address/country'],
    ['customerProfile.address.city', '/customerProfile/address/city'],
    ['customerProfile.name', '/customerProfile/name'],
    ['customerProfile.team[0].email', '/customerProfile/team'],
    ['contacts', '/customerProfile/team'],
    ['team/1/email', '/team'],
    ['details.currency', '/details/currency'],
    ['Details.DealValue', '/details/dealValue'],
    ['details.closingDateTime', '/details/closingDateTime'],
    ['details.requirements.solutions[2].id', '/details/requirements/solutions'],
    ['inviteContext.assistanceRequestCode', '/inviteContext/assistanceRequestCode'],
    ['inviteContext', '/inviteContext/assistanceRequestCode'],
    ['target', '/details/requirements/solutions'],
    ['consent.consentToContact', '/consent/consentToShareReferralWithMicrosoftSellers'],
    ['substatus', '/status'],
    ['name', '/name'],
    ['referral.name', '/name'],
    ['details.notes', '/details/notes'],
  ])('%s is %s', (target, pointer) => {
    expect(refusedField([target])?.pointer).toBe(pointer);
  });

  it('prefers the deepest target that it knows', () => {
    expect(refusedField(['details.currency', 'details.notes', 'mystery'])?.pointer).toBe('/details/notes');
  });

  it.each([[[]], [['referral']], [['mystery', '']]])('knows nothing of %j', (targets) => {
    expect(refusedField(targets)).toBeNull();
  });
});
