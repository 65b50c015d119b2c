import { FakeStripe, fakeStripeSecret } from '../../apps/api/src/testing/fake-stripe.js';
import { type OwnAllInOne, startAllInOne } from '../start/own-all-in-one.js';

/** Under which name the suites find the service. */
export const pageUrlVariable = 'AJUDANT_PAGE_URL';

let service: OwnAllInOne | null = null;
let stripe: FakeStripe | null = null;

/** One service with the demo's data for all suites, which takes cards. They come from one address, so it counts no requests. */
export default async function setUp(): Promise<void> {
  stripe = await FakeStripe.start();
  service = await startAllInOne({
    AJUDANT_REQUESTS_PER_MINUTE: '0',
    AJUDANT_LOG_LEVEL: 'warn',
    AJUDANT_STRIPE_KEY: 'sk_test_of_nobody',
    AJUDANT_STRIPE_WEBHOOK_SECRET: fakeStripeSecret,
    AJUDANT_STRIPE_URL: stripe.url,
  });
  process.env[pageUrlVariable] = service.url;
}

export async function tearDown(): Promise<void> {
  await service?.stop();
  await stripe?.stop();
}
