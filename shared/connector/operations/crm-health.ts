import { CosellError } from '../../core/index.ts';
import type { CrmPort } from '../../crm/port.ts';

/** @throws CosellError `crm-unavailable` with the first error that the CRM's own check found */
export async function requireHealthyCrm(crm: CrmPort): Promise<void> {
  const problem = (await crm.check()).find((finding) => finding.level === 'error');
  if (!problem) return;
  throw new CosellError('crm-unavailable', {
    message: `${problem.subject}: ${problem.message}`,
    cure: problem.cure ?? 'Run "npx cosell doctor" for the details.',
  });
}
