import type { OrgUser } from '../../org.ts';
import { readLabels } from '../labels.ts';
import { PAGE_USERS, type PageSettings } from './page-query.ts';

const DOES: Readonly<Record<string, string>> = {
  seller: 'owns the opportunities',
  colleague: 'reads the first one',
  stranger: 'sees none of them',
  admin: 'administrator',
};

/** What the page tells its scripts about the person who looks; `experience/page.ts` has its type. */
export function pageContext(
  user: OrgUser,
  { clientId, lang, locale, dir, timeZone }: PageSettings,
  record: { readonly objectApiName: string; readonly recordId: string } | null,
): object {
  const nameOf = ({ firstName, lastName }: (typeof PAGE_USERS)[number]): string => `${firstName} ${lastName}`;
  const self = PAGE_USERS.find((person) => person.clientId === clientId);
  return {
    user: { Id: user.id, isGuest: false, name: self ? nameOf(self) : user.username, clientId },
    people: PAGE_USERS.map((person) => ({
      clientId: person.clientId,
      name: nameOf(person),
      does: DOES[person.clientId] ?? '',
    })),
    customPermissions: user.customPermissions,
    i18n: { lang, locale, dir, timeZone, currency: 'USD' },
    labels: Object.fromEntries(readLabels(lang)),
    formFactor: 'Large',
    record,
  };
}
