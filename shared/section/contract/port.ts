import type { RequestAction } from '../../core/model/index.ts';
import type { ConnectionInfo, FieldValues, RequestRow, SectionRecord } from './state.ts';

/** A product of the solution catalogue (`Partner_Center_Solution__c`, `cosell_solution`). */
export interface SolutionOption {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
}

/**
 * What the section needs of the CRM's documented client API. All methods reject with `PortError` (in-place/port-error.ts).
 * Data arrives by push (`SectionController.received…`), because Salesforce delivers it through wires; `refresh` only asks for it.
 */
export interface SectionPort {
  /**
   * Asks for the record, its requests and the connection anew. Resolves when they have been received, and after a save only when what
   * has been received was read after it: a read that was under way is repeated.
   */
  refresh(): Promise<void>;
  /** Salesforce: saves at once. Dynamics: hands the values to the host form, which saves them later (resolves at once). */
  save(values: Partial<FieldValues>): Promise<void>;
  createRequest(action: RequestAction, reason: string | null): Promise<RequestRow>;
  searchSolutions(text: string): Promise<readonly SolutionOption[]>;
  /** Names for ids that are chosen already; unknown ids are simply missing. */
  solutionsById(ids: readonly string[]): Promise<readonly SolutionOption[]>;
  goToField(path: string): void;
  open(url: string): void;
  copy(text: string): Promise<void>;
}

/** Time as the host has it; injected, so that tests turn it by hand. */
export interface SectionClock {
  now(): Date;
  after(milliseconds: number, run: () => void): () => void;
  /** Whether the tab is visible: nothing is polled while it is not. */
  visible(): boolean;
  onVisible(run: () => void): () => void;
}

/** What the hosts hold. */
export interface SectionController {
  receivedRecord(record: SectionRecord): void;
  receivedConnection(connection: ConnectionInfo | 'none'): void;
  /** The platform refused to deliver the record, or lost the network. */
  receivedProblem(problem: unknown): void;
  /** Facts of the host form: unsaved, read-only, dirty, online, and the values that its bound fields hold now. */
  hostChanged(host: {
    unsaved?: boolean;
    disabled?: boolean;
    formDirty?: boolean;
    online?: boolean;
    values?: Partial<FieldValues>;
  }): void;
  dispatch(intent: import('./view.ts').Intent): void;
  state(): import('./state.ts').SectionState;
  subscribe(listener: () => void): () => void;
  /** Stops every timer. */
  dispose(): void;
}
