import type { SyncRequest, SyncStatus } from '../model/index.ts';
import type { Context } from './context.ts';
import type { Ending } from './finish.ts';
import { namedReferral } from './link-request.ts';
import type { PlannedAnswer } from './types.ts';

/** Statuses after which a request has done what it could. The others tell the person what is in the way. */
const DONE: readonly SyncStatus[] = ['in-sync', 'waiting-for-microsoft', 'answer-needed', 'conflict', 'closed'];

/** The seller's answer to an inbound deal, when somebody who may edit the opportunity has asked for one. */
export function wantedAnswer(ctx: Context): SyncRequest | null {
  const isAnswer = (request: SyncRequest) =>
    request.action === 'accept' || (request.action === 'decline' && (request.reason ?? '').trim() !== '');
  return ctx.permitted.find(isAnswer) ?? null;
}

/** An answer for every request of this run; while the connector keeps trying, they stay queued. */
export function answersFor(ctx: Context, ending: Ending): readonly PlannedAnswer[] {
  return ctx.input.requests.flatMap((request) => {
    if (!request.mayEdit) {
      return [failed(request, 'You may not edit this opportunity, so nothing was done.', 'not-permitted')];
    }
    if (ending.status === 'retrying') return [];
    return [answerTo(request, ctx, ending)];
  });
}

function answerTo(request: SyncRequest, ctx: Context, ending: Ending): PlannedAnswer {
  switch (request.action) {
    case 'sync':
      return syncAnswer(request, ctx, ending);
    case 'link':
      return linkAnswer(request, ctx, ending);
    case 'accept':
    case 'decline':
      return replyAnswer(request, request.action, ctx, ending);
  }
}

/** Whoever runs the plan has tied the opportunity to the deal before; where that was refused, it knows why. */
function linkAnswer(request: SyncRequest, ctx: Context, ending: Ending): PlannedAnswer {
  const { referralId } = ctx.link;
  const named = namedReferral(request.reason);
  if (named === null || named !== referralId?.toLowerCase()) {
    return failed(request, 'The opportunity was not linked to this deal.', 'value-invalid');
  }
  if (ending.status === 'failed') return syncAnswer(request, ctx, ending);
  return done(request, 'The opportunity is linked to the deal from Microsoft.');
}

function syncAnswer(request: SyncRequest, ctx: Context, ending: Ending): PlannedAnswer {
  const { message, cure = null, code = null } = ending.details;
  if (!ctx.syncOn) {
    return failed(request, 'Sync with Partner Center is off. Tick it, save, and try again.', 'not-ready');
  }
  const text = cure === null ? message : `${message} ${cure}`;
  return DONE.includes(ending.status) ? done(request, message) : failed(request, text, code);
}

/** An accept or decline is done when the referral says so, whoever did it. */
function replyAnswer(request: SyncRequest, action: 'accept' | 'decline', ctx: Context, ending: Ending): PlannedAnswer {
  const { referral } = ctx.input;
  if (!ctx.syncOn || referral === null || referral === 'gone' || ending.status === 'failed') {
    return syncAnswer(request, ctx, { ...ending, status: 'failed' });
  }
  if (ctx.link.direction === 'outbound') {
    return failed(request, 'This deal was shared by you, so there is nothing to answer.', 'value-invalid');
  }
  const { status, substatus } = referral;
  if (action === 'accept') {
    if (status === 'Active' || substatus === 'Won' || substatus === 'Lost')
      return done(request, 'The deal is accepted.');
    return failed(
      request,
      `The deal can no longer be accepted: it is ${substatus} in Partner Center.`,
      'referral-closed',
    );
  }
  if (substatus === 'Declined') return done(request, 'The deal is declined.');
  if (status === 'New') return failed(request, 'Say why the deal is declined, and decline again.', 'value-invalid');
  return failed(
    request,
    `The deal can no longer be declined: it is ${substatus} in Partner Center.`,
    'referral-closed',
  );
}

function done(request: SyncRequest, message: string): PlannedAnswer {
  return { requestId: request.id, status: 'done', message, errorCode: null };
}

function failed(request: SyncRequest, message: string, errorCode: string | null): PlannedAnswer {
  return { requestId: request.id, status: 'failed', message, errorCode };
}
