/** Ends of host names, and what usually runs there. */
const KNOWN: readonly (readonly [end: string, what: string])[] = [
  ['.logic.azure.com', 'a Power Automate flow or a logic app, such as Microsoft’s own co-sell connector'],
  ['.powerplatform.com', 'a Power Automate flow, such as Microsoft’s own co-sell connector'],
  ['.azure-apim.net', 'a Power Platform connector, such as Microsoft’s own co-sell connector'],
  ['.azurewebsites.net', 'a web app or function in Azure'],
  ['.azure-api.net', 'an API behind Azure API Management'],
];

/** In words, as far as its address tells: whose webhook this is. */
export function whoseWebhook(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : url;
  const known = KNOWN.find(([end]) => host.endsWith(end))?.[1];
  return known === undefined ? `a product at ${host}` : `${known} (${host})`;
}
