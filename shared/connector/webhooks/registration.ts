import { setTimeout as wait } from 'node:timers/promises';
import {
  REFERRAL_EVENTS,
  TEST_EVENT,
  type ValidationEvent,
  type WebhookRegistration,
  type WebhookRegistrationPort,
} from '../../partner-center/webhooks/index.ts';
import type { FormerRegistration } from '../store/former-registration.ts';

/** What is registered in Partner Center, and what that means for us. */
export interface RegistrationState {
  readonly registered: WebhookRegistration | null;
  readonly isOurs: boolean;
  /** Events that we need and do not get. */
  readonly missing: readonly string[];
  readonly offered: readonly string[];
  readonly former: FormerRegistration | null;
}

/** Where the former registration is kept. */
export interface FormerStore {
  read(): Promise<FormerRegistration | null>;
  save(registration: WebhookRegistration | null): Promise<void>;
  delete(): Promise<void>;
}

export interface RegistrationDeps {
  readonly port: WebhookRegistrationPort;
  readonly former: FormerStore;
  readonly publicUrl: string | null;
}

export const OUR_EVENTS: readonly string[] = [...REFERRAL_EVENTS, TEST_EVENT];

/** @throws CosellError */
export async function lookAtRegistration({ port, former, publicUrl }: RegistrationDeps): Promise<RegistrationState> {
  const [registered, offered, before] = [await port.current(), await port.offeredEvents(), await former.read()];
  const isOurs = registered !== null && registered.webhookUrl === publicUrl;
  const missing = OUR_EVENTS.filter((event) => !isOurs || !registered.webhookEvents.includes(event));
  return { registered, isOurs, missing, offered, former: before };
}

/** `already`: ours was there, with all its events. `occupied`: somebody else's is, and was left alone. */
export type RegisterOutcome = 'registered' | 'already' | 'occupied';

/**
 * Puts our registration in, and keeps what it replaces. There is one for the whole tenant, so that another product's is only
 * replaced when that is wanted.
 *
 * @throws CosellError
 */
export async function registerOurs(
  { port, former }: RegistrationDeps,
  { registered, isOurs, missing }: RegistrationState,
  { publicUrl, overwrite }: { readonly publicUrl: string; readonly overwrite: boolean },
): Promise<RegisterOutcome> {
  if (isOurs && missing.length === 0) return 'already';
  if (registered && !isOurs && !overwrite) return 'occupied';
  // What somebody added to ours by hand stays.
  const kept = isOurs ? (registered?.webhookEvents ?? []) : [];
  const wanted: WebhookRegistration = {
    webhookUrl: publicUrl,
    webhookEvents: [...new Set([...OUR_EVENTS, ...kept])],
    // Gateways tend to keep Authorization for themselves.
    signatureTokenToMsSignatureHeader: true,
  };
  // Before it is gone: should this process die now, what was there is still known.
  if (!isOurs) await former.save(registered);
  if (registered) await port.replace(wanted);
  else await port.create(wanted);
  return 'registered';
}

/** `nothing`: there was none before ours. `occupied`: what is registered is neither ours nor the former one. */
export type RestoreOutcome = 'restored' | 'already' | 'nothing' | 'occupied';

/** Puts the registration back that ours replaced. @throws CosellError */
export async function restoreFormer(
  { port, former }: RegistrationDeps,
  { registered, isOurs, former: before }: RegistrationState,
  overwrite: boolean,
): Promise<RestoreOutcome> {
  const wanted = before?.registration ?? null;
  if (wanted === null) return 'nothing';
  const isBack = registered?.webhookUrl === wanted.webhookUrl;
  if (registered && !isOurs && !isBack && !overwrite) return 'occupied';
  if (!isBack) await (registered ? port.replace(wanted) : port.create(wanted));
  await former.delete();
  return isBack ? 'already' : 'restored';
}

const FIRST_LOOK_MS = 250;
const LOOK_EVERY_MS = 2_000;

/**
 * Lets Partner Center send a test event and waits for what came of it.
 *
 * @param onWait told every time how many seconds have gone by
 * @returns `null` when there was no result in time
 * @throws CosellError
 */
export async function validate(
  { port }: RegistrationDeps,
  limitSeconds: number,
  onWait: (seconds: number) => void,
): Promise<ValidationEvent | null> {
  const correlationId = await port.sendValidationEvent();
  for (let waitedMs = 0; waitedMs < limitSeconds * 1_000;) {
    const pauseMs = waitedMs < LOOK_EVERY_MS ? FIRST_LOOK_MS : LOOK_EVERY_MS;
    await wait(pauseMs);
    waitedMs += pauseMs;
    onWait(Math.round(waitedMs / 1_000));
    const event = await port.validationEvent(correlationId);
    if (event.isCompleted) return event;
  }
  return null;
}

/** Whether a delivery came through: what counts as success is not documented, the published sample shows `OK`. */
export const wasDelivered = ({ results }: ValidationEvent): boolean => results.at(-1)?.responseCode === 'OK';
