import type { CosellError } from '../../core/index.ts';
import type { Link } from '../../core/model/index.ts';
import type { Seen } from '../store/seen.ts';
import type { DeadLetter } from '../queue/dead-letters.ts';

interface Common {
  readonly opportunityId: string;
  /** To be remembered; `null` leaves what is remembered as it is. */
  readonly link: Link | null;
}

/** How the sync of one opportunity ended. */
export type ItemOutcome =
  | (Common & { readonly kind: 'done'; readonly seen: Seen })
  /** The CRM holds what was agreed. The referral was not looked at: what waits for a look at it still does. */
  | (Common & { readonly kind: 'as-agreed'; readonly seen: Seen })
  /** The opportunity no longer exists; so does nothing that was remembered of it. */
  | (Common & { readonly kind: 'gone' })
  /** It is somebody's move (see the error's cure); the next change starts again. */
  | (Common & { readonly kind: 'refused'; readonly error: CosellError })
  | (Common & {
      readonly kind: 'retry';
      readonly error: CosellError;
      readonly failures: number;
      readonly notBefore: Date;
    })
  /** Given up after all attempts. */
  | (Common & { readonly kind: 'dead'; readonly error: CosellError; readonly letter: DeadLetter });
