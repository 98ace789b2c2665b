/** A solution that can be shared with Microsoft. */
export interface SampleSolution {
  /** As Partner Center shows it. */
  readonly id: string;
  readonly name: string;
  /** `3P`: a partner's solution. */
  readonly type: '3P';
  readonly publisher: string;
}

const PUBLISHER = 'Northwind Cloud Partners';

/** The solutions that all three stand-ins know: Partner Center accepts them, both CRMs have them in their catalogue. */
export const SAMPLE_SOLUTIONS: readonly SampleSolution[] = (
  [
    ['SOL-15974-MQF', 'Factory Floor Insights'],
    ['SOL-20318-HZT', 'Cold Chain Monitor'],
    ['SOL-21846-KWB', 'Retail Demand Forecast'],
    ['SOL-23507-PLX', 'Claims Intake Assistant'],
    ['SOL-26691-DNA', 'Clinic Scheduling Hub'],
    ['SOL-28140-VRE', 'Grid Load Planner'],
    ['SOL-30275-GSC', 'Warehouse Vision'],
    ['SOL-33962-TJU', 'Secure Landing Zone'],
    ['SOL-37018-QYM', 'Contract Search for Legal Teams'],
    ['SOL-41553-BFO', 'Campus Data Platform'],
    ['SOL-44789-XNI', 'Fleet Emissions Ledger'],
    ['SOL-48206-EAK', 'Migration Factory for Databases'],
  ] as const
).map(([id, name]) => ({ id, name, type: '3P', publisher: PUBLISHER }));
