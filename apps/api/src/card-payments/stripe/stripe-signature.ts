import { DomainError, instantMs } from '#domain';
import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old a message may be. */
const toleranceMs = 300_000;

/**
 * Demands that a message is Stripe's, and not an old one that somebody sends again: an HMAC-SHA256 over its time and its bytes, with the secret
 * of the endpoint.
 * @param header `t=…,v1=…`, with several signatures while a secret is changed
 * @param secrets the one of the endpoint; two while it is changed
 * @see https://docs.stripe.com/webhooks/signature
 * @throws DomainError `payment-service.bad-signature`
 */
export function demandStripeSignature(body: Buffer, header: string, secrets: readonly string[], now: string): void {
  const parts = header.split(',').map((part): [string, string] => {
    const [name = '', ...value] = part.split('=');
    return [name.trim(), value.join('=')];
  });
  const time = parts.find(([name]) => name === 't')?.[1] ?? '';
  const given = parts.filter(([name]) => name === 'v1').map(([, value]) => Buffer.from(value, 'hex'));
  const isFresh = /^\d{1,12}$/.test(time) && Math.abs(instantMs(now) - Number(time) * 1_000) <= toleranceMs;
  const isSigned = secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
    return given.some((one) => one.length === expected.length && timingSafeEqual(one, expected));
  });
  if (!isFresh || !isSigned) throw new DomainError('payment-service.bad-signature');
}
