import type { CrmUser } from '../../core/model/index.ts';
import type { CrmPort } from '../../crm/port.ts';

/** Finds users of the CRM for the items of one batch. */
export interface UserFinder {
  /** @throws CosellError as `CrmPort.findUsers` */
  find(emails: readonly string[]): Promise<readonly CrmUser[]>;
}

/**
 * Asks the CRM about each e-mail address once, and about many at a time: with the first one about all that are known by then to be asked
 * for, and about what comes while a call is under way in the next. A call that failed is not remembered.
 *
 * @param others addresses that further items of the batch will ask for, as far as one can tell
 */
export function createUserFinder(crm: Pick<CrmPort, 'findUsers'>, others: () => readonly string[]): UserFinder {
  const asked = new Map<string, Promise<readonly CrmUser[]>>();
  let last: Promise<unknown> = Promise.resolve();
  let next: { readonly emails: string[]; readonly found: Promise<readonly CrmUser[]> } | null = null;

  async function call(emails: readonly string[]): Promise<readonly CrmUser[]> {
    await last.catch(() => undefined);
    next = null;
    return crm.findUsers(emails);
  }

  function ask(email: string): void {
    if (next === null) {
      const emails: string[] = [];
      const found = call(emails);
      next = { emails, found };
      last = found;
      found.catch(() => emails.forEach((failed) => asked.delete(failed)));
    }
    next.emails.push(email);
    asked.set(email, next.found);
  }

  return {
    find: async (emails) => {
      const wanted = emails.map((email) => email.toLowerCase());
      if (wanted.every((email) => asked.has(email))) return usersAmong(wanted, asked);
      for (const email of [...wanted, ...others().map((other) => other.toLowerCase())]) {
        if (!asked.has(email)) ask(email);
      }
      return usersAmong(wanted, asked);
    },
  };
}

async function usersAmong(
  wanted: readonly string[],
  asked: ReadonlyMap<string, Promise<readonly CrmUser[]>>,
): Promise<readonly CrmUser[]> {
  const answers = new Set(wanted.flatMap((email) => asked.get(email) ?? []));
  const found = (await Promise.all(answers)).flat();
  return found.filter(({ email }) => wanted.includes(email.toLowerCase()));
}
