import type { FileConfig } from '../config/schema.ts';
import { crmVariable } from '../config/secrets.ts';
import { REDIRECT_URI } from '../../partner-center/index.ts';

/**
 * What is left to do after the file is written. The referrals API takes no application-only sign-in
 * (partner-center-referrals.md §2), so a person has to consent once; from then on the connector keeps the consent up to date.
 */
export function nextSteps({ crms }: FileConfig): string {
  const variables = [
    ['COSELL_PARTNER_CENTER_CLIENT_SECRET', 'client secret of the app registration'],
    ...crms.flatMap((crm) => [
      [crmVariable(crm.name, 'CLIENT_SECRET'), `client secret for ${crm.name}`],
      ...(crm.kind === 'dynamics'
        ? [[crmVariable(crm.name, 'WEBHOOK_KEY'), 'any long random text; the webhook sends it']]
        : []),
    ]),
  ];
  return `What is left to do:

1. Set these environment variables:

${variables.map(([name, what]) => `   ${name}   ${what}`).join('\n')}

2. Give consent. Add ${REDIRECT_URI} as a Web redirect address to the app registration, then run "npx cosell consent"
   and sign in as the account that the connector shall act for (it needs the referral admin role, and MFA).

3. Check everything with "npx cosell doctor", then run "npx cosell serve".

4. Have Partner Center tell of its changes: set partnerCenter.webhooks.publicUrl, then run "npx cosell webhook show" and
   "npx cosell webhook register". Without, they are found by the sweep every few minutes.

5. If deals are shared already: "npx cosell backfill" shows what belongs together, and links it with --apply.`;
}
