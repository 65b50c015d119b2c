import type { Subject } from '../../payments/payment-service-tasks.js';

const isUuid = (text: unknown): text is string =>
  typeof text === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

/** Which kinds of objects are looked at, and under which name they carry an id of ours; null for those that carry none. */
const looked: readonly (readonly [prefix: string, about: Subject['about'], metadata: string | null])[] = [
  ['checkout.session.', 'payment', 'ajudant_payment'],
  ['payment_intent.', 'payment', 'ajudant_payment'],
  ['charge.dispute.', 'chargeback', null],
  ['charge.refund.', 'refund', 'ajudant_refund'],
  ['charge.', 'payment', 'ajudant_payment'],
  ['refund.', 'refund', 'ajudant_refund'],
  ['transfer.', 'transfer', 'ajudant_payout'],
  ['account.updated', 'account', null],
];

/**
 * What an event says that there is something new about; null for what isn't ours. What it says of it isn't believed: events come twice, late and in
 * any order, so what is true now is asked for.
 * @see https://docs.stripe.com/api/events/types
 */
export function subjectOfEvent(event: object): Subject | null {
  const { type, data } = event as { type?: unknown; data?: { object?: Record<string, unknown> } };
  const [, about, name] = looked.find(([prefix]) => typeof type === 'string' && type.startsWith(prefix)) ?? [];
  const object = data?.object;
  if (about === undefined || name === undefined || typeof object !== 'object' || object === null) return null;
  const id = name === null ? object['id'] : (object['metadata'] as Record<string, unknown> | undefined)?.[name];
  const isKnown = name === null ? typeof id === 'string' && /^[A-Za-z0-9_]{1,100}$/.test(id) : isUuid(id);
  return isKnown ? { about, id: id as string } : null;
}
