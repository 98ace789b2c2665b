/** Partner Center's assistance request codes in the order of its form ("How can Microsoft help?"). */
export const HELP_CODES = [
  'WorkloadSpecificValueProposition',
  'CustomerTechnicalArchitecture',
  'ProofOfConceptOrDemo',
  'QuotesOrLicensing',
  'PostSalesCustomerSuccess',
  'GeneralOrOther',
] as const;

const HELP_LABELS: Readonly<Record<(typeof HELP_CODES)[number], string>> = {
  WorkloadSpecificValueProposition: 'Workload Specific Value Proposition',
  CustomerTechnicalArchitecture: 'Customer Technical Architecture',
  ProofOfConceptOrDemo: 'Proof Of Concept or Demo',
  QuotesOrLicensing: 'Quotes or Licensing',
  PostSalesCustomerSuccess: 'Post Sales Customer Success',
  GeneralOrOther: 'General or Other',
};

/** The words of Partner Center's own form for a code; a code that nobody told us about stays as it is. */
export function helpLabel(code: string): string {
  const known = HELP_CODES.find((other) => other === code);
  return known === undefined ? code : HELP_LABELS[known];
}
