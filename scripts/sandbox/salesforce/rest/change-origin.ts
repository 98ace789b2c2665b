/** What change events say about where a change came from; the client's name is what it calls itself in Sforce-Call-Options. */
export function changeOriginOf(version: string, callOptions: string | undefined): string {
  const client = /(?:^|,)\s*client=([^,]*)/.exec(callOptions ?? '')?.[1]?.trim();
  return `com/salesforce/api/rest/${version};client=${client === undefined || client === '' ? 'SfdcInternalAPI/' : client}`;
}
