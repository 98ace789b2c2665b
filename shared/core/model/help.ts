/** Partner Center's assistance request codes in the order of its form ("How can Microsoft help?"). */
export const HELP_CODES = [
  'WorkloadSpecificValueProposition',
  'CustomerTechnicalArchitecture',
  'ProofOfConceptOrDemo',
  'QuotesOrLicensing',
  'PostSalesCustomerSuccess',
  'GeneralOrOther',
] as const;

/**
 * The words of Partner Center's own form for a code, which are those of the code ("Proof Of Concept or Demo"); a code that nobody
 * told us about stays as it is.
 */
export function helpLabel(code: string): string {
  const known = HELP_CODES.find((other) => other === code);
  return known?.replace(/\B[A-Z]/g, ' $&').replace(' Or ', ' or ') ?? code;
}
