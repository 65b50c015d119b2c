import { DomainError } from '#domain';
import { demandStripeSignature } from './stripe-signature.js';

/** Signed by Stripe's own library (stripe 23.1.0, `webhooks.generateTestHeaderString`). */
const body = Buffer.from(
  '{"id":"evt_1","object":"event","type":"checkout.session.completed","data":{"object":{"id":"cs_1","metadata":{"ajudant_payment":"01a22d68-df5a-7077-bb49-1665915af706"}}}}',
);
const secret = 'whsec_test_secret';
const signed = 't=1767225600,v1=47a35fde5539812fb1100631944478645ae547adb9bc2ace536810b05b22902d';
const now = '2026-01-01T00:00:00.000Z';
const refusalOf = (work: () => void): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};
const refused = 'payment-service.bad-signature';

describe('a message of Stripe', () => {
  it('is believed where its library would have signed it so, also while a secret or a signature is changed', () => {
    expect(refusalOf(() => demandStripeSignature(body, signed, [secret], now))).toBeNull();
    const more = `t=1767225600,v1=${'0'.repeat(64)},v0=${'0'.repeat(64)},${signed.split(',')[1]}`;
    expect(refusalOf(() => demandStripeSignature(body, more, ['whsec_new', secret], now))).toBeNull();
  });

  it.each([
    ['of another secret', signed, ['whsec_other'], now, body],
    ['of other bytes', signed, [secret], now, Buffer.from(`${body.toString()} `)],
    ['of another time', signed.replace('1767225600', '1767225601'), [secret], now, body],
    ['from six minutes ago', signed, [secret], '2026-01-01T00:06:00.000Z', body],
    ['from six minutes ahead', signed, [secret], '2025-12-31T23:54:00.000Z', body],
    ['without a time', signed.split(',')[1]!, [secret], now, body],
    ['of an older scheme', signed.replace('v1', 'v0'), [secret], now, body],
    ['that is none', 'no idea', [secret], now, body],
    ['that is missing', '', [secret], now, body],
    ['of no secret', signed, [], now, body],
  ] as const)('is not believed %s', (_, header, secrets, at, bytes) => {
    expect(refusalOf(() => demandStripeSignature(bytes, header, secrets, at))).toBe(refused);
  });
});
