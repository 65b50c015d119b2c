import { every } from '../every.js';
import { instantMs, instantOf } from '../time/instant.js';

/** A message for an endpoint waits, was taken, or can't be sent any more because its event is no longer kept. */
export type WebhookDeliveryStatus = 'waiting' | 'delivered' | 'expired';
export const webhookDeliveryStatuses = every<WebhookDeliveryStatus>({ waiting: true, delivered: true, expired: true });

/** Why an attempt came to nothing; `status` is an answer that isn't a success. */
export type AttemptFailure =
  'address-refused' | 'connection' | 'host-unknown' | 'status' | 'timeout' | 'tls' | 'too-large';
export const attemptFailures = every<AttemptFailure>({
  'address-refused': true,
  connection: true,
  'host-unknown': true,
  status: true,
  timeout: true,
  tls: true,
  'too-large': true,
});

/** How an endpoint answered; a status where it did, and what went wrong where it didn't. */
export type AttemptResult =
  { readonly status: number } | { readonly status: null; readonly failure: Exclude<AttemptFailure, 'status'> };

/** What is done next with a message that was tried. */
export type NextStep =
  | { readonly type: 'delivered' }
  | { readonly type: 'retry'; readonly at: string }
  | { readonly type: 'pause'; readonly because: 'failures' | 'gone' };

const [secondMs, minuteMs, hourMs] = [1_000, 60_000, 3_600_000];
/** After the first failure, the second and so on; the last one then stays. */
const delaysMs = [5 * secondMs, 30 * secondMs, 2 * minuteMs, 10 * minuteMs, 30 * minuteMs, hourMs, 2 * hourMs].concat([
  4 * hourMs,
  8 * hourMs,
]);
/** So long one and the same message is tried. */
export const patienceWithEndpointMs = 72 * hourMs;
/** Up to so much of a delay comes on top, so that what failed together doesn't come back together. */
const spreadShare = 0.2;

/** Success is any 2xx; 410 means that nobody will ever listen there again, as in Standard Webhooks. */
export function nextStep(result: AttemptResult, { failures, failingSince, spread, now }: AttemptSoFar): NextStep {
  if (result.status !== null && result.status >= 200 && result.status < 300) return { type: 'delivered' };
  if (result.status === 410) return { type: 'pause', because: 'gone' };
  if (instantMs(now) - instantMs(failingSince ?? now) >= patienceWithEndpointMs) {
    return { type: 'pause', because: 'failures' };
  }
  const delayMs = delaysMs[Math.min(failures, delaysMs.length - 1)]!;
  // The last attempt stands at the end of the three days, and not up to eight hours behind it.
  const lastMs = instantMs(failingSince ?? now) + patienceWithEndpointMs;
  const at = Math.min(instantMs(now) + Math.round(delayMs * (1 + spreadShare * spread)), lastMs);
  return { type: 'retry', at: instantOf(at) };
}

export interface AttemptSoFar {
  /** Of this message, before the attempt. */
  readonly failures: number;
  /** When the first of them was; null without. */
  readonly failingSince: string | null;
  /** From 0 up to 1, drawn for each attempt. */
  readonly spread: number;
  readonly now: string;
}
