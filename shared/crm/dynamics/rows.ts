import { CosellError } from '../../core/errors/index.ts';
import type { BatchAnswer, SendBatch } from './batch.ts';
import type { Operation } from './batch-request.ts';
import type { PartAnswer } from './batch-response.ts';
import { errorFromAnswer } from './errors.ts';
import type { ExactObject } from './exact-json.ts';
import type { Row } from './row.ts';

/** One page of a query. */
export interface Page {
  readonly rows: readonly Row[];
  /** The next page's path below the service root. */
  readonly next: string | null;
}

export interface RowReader {
  /** First pages of all queries, in one call. @throws CosellError when any of them fails */
  pages(operations: readonly Operation[]): Promise<{ pages: readonly Page[]; at: BatchAnswer['at'] }>;
  /** One answer of a call that mixes queries with other operations. */
  page(part: PartAnswer): Page;
  /** All rows of all queries: one call, unless a query has more than one page. */
  all(operations: readonly Operation[]): Promise<readonly (readonly Row[])[]>;
}

/** @param root path of the service root, which next links start with after the server */
export function createRowReader(send: SendBatch, root: string): RowReader {
  const pages: RowReader['pages'] = async (operations) => {
    const { parts, at } = await send(operations);
    return { pages: parts.map((part) => pageOf(part, root)), at };
  };
  return {
    pages,
    page: (part) => pageOf(part, root),
    async all(operations) {
      const rows: Row[][] = operations.map(() => []);
      let open = operations.map((operation, index) => ({ operation, index }));
      while (open.length > 0) {
        const asked = open;
        const read = await pages(asked.map(({ operation }) => operation));
        open = [];
        read.pages.forEach((page, i) => {
          const source = asked[i];
          if (!source) return;
          rows[source.index]?.push(...page.rows);
          if (page.next !== null) open.push({ ...source, operation: { ...source.operation, path: page.next } });
        });
      }
      return rows;
    },
  };
}

function pageOf(part: PartAnswer, root: string): Page {
  if (part.status >= 400) throw errorFromAnswer(part);
  const { value, '@odata.nextLink': next } = (part.body ?? {}) as ExactObject;
  if (!Array.isArray(value)) throw unreadable();
  return { rows: value as readonly Row[], next: typeof next === 'string' ? pathBelow(root, next) : null };
}

/** Only the part below the service root is kept: a link never leads to another server. */
function pathBelow(root: string, link: string): string {
  const at = link.indexOf(root);
  if (at < 0) throw unreadable();
  return link.slice(at + root.length);
}

function unreadable(): CosellError {
  return new CosellError('crm-unavailable', {
    message: 'Dynamics 365 sent an answer that the connector cannot read.',
    cure: 'Wait; the connector tries again by itself. If it lasts, ask your administrator to check dynamics.serverUrl.',
  });
}
