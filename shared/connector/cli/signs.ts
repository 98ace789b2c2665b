import type { CrmFinding } from '../../crm/port.ts';

/** How a finding is marked wherever it is shown. */
export const SIGNS: Readonly<Record<CrmFinding['level'], string>> = { ok: '✔', warning: '!', error: '✖' };
