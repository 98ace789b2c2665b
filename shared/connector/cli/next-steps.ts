import type { FileConfig } from '../config/schema.ts';
import { crmVariable } from '../config/secrets.ts';

const REDIRECT = 'http://localhost:8400/';
const DEFAULT_SCOPE = 'https://api.partner.microsoft.com/.default';

/**
 * What is left to do after the file is written. The referrals API takes no application-only sign-in
 * (partner-center-referrals.md §2), so a person has to consent once; with the code of that consent the first refresh token
 * is fetched, and from then on the connector keeps it up to date.
 */
export function nextSteps({ partnerCenter, crms }: FileConfig): string {
  const { authority, clientId } = partnerCenter;
  const scope = `${partnerCenter.scope ?? DEFAULT_SCOPE} offline_access`;
  const query = new URLSearchParams({ client_id: clientId, response_type: 'code', redirect_uri: REDIRECT, scope });
  const variables = [
    ['COSELL_PARTNER_CENTER_CLIENT_SECRET', 'client secret of the app registration'],
    ['COSELL_PARTNER_CENTER_REFRESH_TOKEN', 'from step 2'],
    ...crms.flatMap((crm) => [
      [crmVariable(crm.name, 'CLIENT_SECRET'), `client secret for ${crm.name}`],
      ...(crm.kind === 'dynamics'
        ? [[crmVariable(crm.name, 'WEBHOOK_KEY'), 'any long random text; the webhook sends it']]
        : []),
    ]),
  ];
  return `What is left to do:

1. Give consent. Add ${REDIRECT} as a Web redirect address to the app registration, then open this address in a browser
   and sign in as the account that the connector shall act for (it needs the referral admin role, and MFA):

   ${authority}/oauth2/v2.0/authorize?${query.toString()}

   The browser ends on a page that cannot be opened; its address holds code=… .

2. Exchange that code within ten minutes; the answer holds refresh_token:

   curl ${authority}/oauth2/v2.0/token -d grant_type=authorization_code -d client_id=${clientId} \\
     -d redirect_uri=${REDIRECT} -d client_secret=… -d code=…

3. Set these environment variables:

${variables.map(([name, what]) => `   ${name}   ${what}`).join('\n')}

4. Check everything with "npx cosell doctor", then run "npx cosell serve".`;
}
