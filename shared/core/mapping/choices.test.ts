import { choiceFromCrm, choiceToCrm } from './choices.ts';

describe('choices', () => {
  it('keeps the word in Salesforce and the option value in Dynamics', () => {
    expect(choiceToCrm('salesforce', 'help', 'QuotesOrLicensing')).toBe('QuotesOrLicensing');
    expect(choiceToCrm('dynamics', 'help', 'QuotesOrLicensing')).toBe(472_210_003);
  });

  it('lets words and values through that nobody told us about', () => {
    expect(choiceToCrm('dynamics', 'help', 'BrandNewCode')).toBe('BrandNewCode');
    expect(choiceFromCrm('dynamics', 'help', 7)).toBe('7');
  });
});
