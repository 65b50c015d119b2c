import { fakeStripeEvent } from '../../../apps/api/src/testing/fake-stripe.js';
import { textsOf } from '../page-texts.js';
import type { Language, Visitor } from '../visitor.js';
import { looked } from './looked.js';

/** Where the page offers it, and what is to be said there first. */
interface Offer {
  /** Of the view. */
  readonly path: string;
  readonly say?: (visitor: Visitor) => Promise<void>;
}

/** Goes to the payment service, does something there, and is led back. */
async function goToPay(visitor: Visitor, begin: string, does: 'pay' | 'fail' | 'cancel', offer: Offer): Promise<void> {
  const { page } = visitor;
  await offer.say?.(visitor);
  await page.getByRole('button', { name: begin, exact: true }).click();
  await page.waitForURL('**/pay/*');
  await page.getByRole('button', { name: does, exact: true }).click();
  await visitor.settled(`**${offer.path}`);
}

/** The payment service says that there is something new about the latest payment; what it is, it is asked for. */
async function tellOfLatest(visitor: Visitor, type: string): Promise<void> {
  const answer = await visitor.page.request.get('/v1/card-payments?limit=1');
  const { items } = (await answer.json()) as { items: readonly { readonly id: string }[] };
  const object = { id: 'cs_1', metadata: { ajudant_payment: items[0]!.id } };
  const { body, signature } = fakeStripeEvent(type, object, new Date().toISOString());
  const headers = { 'stripe-signature': signature, 'content-type': 'application/json' };
  const told = await visitor.page.request.post('/v1/payment-service-events', { headers, data: body });
  expect(told.status()).toBe(204);
}

/**
 * Pays by card: gives up first, then a card fails, then one pays. What somebody comes back with proves nothing; it shows when the payment service
 * has said so.
 */
export async function payByCard(visitor: Visitor, language: Language, offer: Offer): Promise<void> {
  const say = textsOf(language);
  const begin = say('money.pay-by-card');
  const reads = (id: string) => visitor.page.getByText(say(id), { exact: true }).first().waitFor();
  await goToPay(visitor, begin, 'cancel', offer);
  await reads('money.card-open');
  await looked(visitor);
  await goToPay(visitor, begin, 'fail', offer);
  await tellOfLatest(visitor, 'checkout.session.async_payment_failed');
  await reads('money.card-ended');
  await looked(visitor);
  await goToPay(visitor, begin, 'pay', offer);
  await reads('money.card-open');
  await tellOfLatest(visitor, 'checkout.session.completed');
}
