import type { LedgerFact } from '#domain';
import { PaymentServiceSweep } from '../card-payments/payment-service-sweep.js';
import { DunningSweep } from '../dunning/dunning-sweep.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { PaymentServiceTasks } from '../payments/payment-service-tasks.js';
import { fakeStripeSecret } from './fake-stripe.js';
import type { MortalOrder, MortalReply } from './mortal-api.js';
import { noMail, testApiOn } from './test-api.js';

// The api in a process of its own on a database that there is, for specs that kill it wherever they say.
const [databaseUrl = '', stripeUrl = '', aheadSeconds = '0'] = process.argv.slice(2);
const mail = { ...noMail(), webUrl: 'https://ajudant.example.org' };
const stripe = { key: 'sk_test_of_nobody', webhookSecret: fakeStripeSecret, url: stripeUrl };
const api = await testApiOn(databaseUrl, mail, undefined, undefined, stripe);
api.clock.advance({ seconds: Number(aheadSeconds) });

const die = (): void => void process.kill(process.pid, 'SIGKILL');
let death: MortalOrder['death'] = null;
const ledger = api.app.get(LedgerBook, { strict: false });
const post = ledger.post.bind(ledger);
ledger.post = async (fact: LedgerFact, occurredAt: string): Promise<void> => {
  await post(fact, occurredAt);
  if (death === fact.type) die();
};
const tasks = api.app.get(PaymentServiceTasks, { strict: false });
const looked = tasks.looked.bind(tasks);
tasks.looked = async (...of): Promise<void> => {
  if (death === 'committed') die();
  await looked(...of);
};
api.app.getHttpServer().prependListener('request', ({ method }, response) => {
  const write = response.writeHead.bind(response) as (...said: unknown[]) => typeof response;
  response.writeHead = (...said: unknown[]) => {
    if (death === 'committed' && method !== 'GET') die();
    return write(...said);
  };
});

// They sweep when they are told to, and never besides.
const sweeps = {
  cards: api.app.get(PaymentServiceSweep, { strict: false }),
  reminders: api.app.get(DunningSweep, { strict: false }),
};
for (const sweep of Object.values(sweeps)) await sweep.beforeApplicationShutdown();

async function obey({ death: next, sweep }: MortalOrder): Promise<void> {
  if (next !== undefined) death = next;
  if (sweep === undefined) return;
  await sweeps[sweep.of].sweep(sweep.now);
  if (death === 'committed') die();
}
const reply = (said: MortalReply): void => void process.send!(said);
process.on('message', (order: MortalOrder) => {
  obey(order).then(
    () => reply({ fault: null }),
    (error: unknown) => reply({ fault: String(error) }),
  );
});
process.once('disconnect', die);
reply({ url: await api.app.getUrl() });
