import { argumentsOf } from '#platform/processes';
import { Client } from 'pg';
import { startAllInOne } from '../../../start/own-all-in-one.js';
import { load, spread } from '../../matching/figures.js';
import { withDatabase } from '../with-database.js';
import { clients, type Contestant } from './contestant.js';
import { hoursOfAnAssistant } from './free-time.js';
import { HoldsOverHttp } from './holds-over-http.js';
import { prepareMarket } from './market.js';
import { Pgbench, pgbenchIsThere } from './pgbench.js';
import { StatementsAlone } from './statements-alone.js';

/**
 * Bookings held over HTTP beside the statements that they send, without the application, in turns; the same again once an
 * assistant has many bookings; and one hour that 64 clients want. All clients have one login: whether it still holds is looked up
 * once for those who ask while another look is under way, where the statements alone ask each time.
 */
const values = argumentsOf(
  'npm run bench:writes -- holds [options]: bookings held over HTTP, beside their statements alone.',
  {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    /** How many bookings there are before the second set of rounds; 0 for none. */
    bookings: { type: 'string', default: '20000' },
  },
);
const [rounds, seconds, bookings] = [values.rounds, values.seconds, values.bookings].map(Number) as [
  number,
  number,
  number,
];
const hotClients = 64;
const step = (text: string): void => console.log(`  ${text}`);

await withDatabase(async (database) => {
  const market = await prepareMarket(database.url);
  step(`a hold sends ${market.recorded.statements.length} statements`);
  const twinUrl = await copyOf(database.url, 'twin');
  const allInOne = await startAllInOne({ DATABASE_URL: database.url, AJUDANT_HOLD_MINUTES: '1440' });
  const http = new HoldsOverHttp(allInOne.url, market);
  const contestants: Contestant[] = [http, new StatementsAlone(twinUrl, market)];
  if (pgbenchIsThere()) contestants.push(await Pgbench.around(await copyOf(twinUrl, 'pgbench'), market));
  else step('there is no pgbench on the path');
  try {
    // The program is compiled while it runs: a thousand answers later it is as quick as it will be.
    await http.hotSlot(Math.max(8, seconds), hotClients, hoursOfAnAssistant - 3);
    await http.fill(200);
    await inTurns(contestants, `${http.booked} bookings`);
    if (bookings > 0) {
      await http.fill(bookings);
      await inTurns(contestants, `${http.booked} bookings`);
    }
    const hot: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { byStatus, rate } = await http.hotSlot(seconds, hotClients, hoursOfAnAssistant - 4 - round);
      step(`${hotClients} who want one hour: ${JSON.stringify(byStatus)}`);
      hot.push(rate);
    }
    console.log(`one hour that ${hotClients} want: ${spread(hot, 0)} answers a second; ${load()}`);
  } finally {
    for (const contestant of contestants) await contestant.stop();
    await allInOne.stop();
  }
});

async function inTurns(contestants: readonly Contestant[], when: string): Promise<void> {
  const rates = contestants.map((): number[] => []);
  for (const contestant of contestants) await contestant.round(Math.min(3, seconds));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) rates[index]!.push((await contestant.round(seconds)).rate);
  }
  console.log(`\n${when}, ${clients} clients, ${rounds} rounds of ${seconds} s: least / middle / most; ${load()}`);
  for (const [index, { name }] of contestants.entries()) {
    const ratio = rates[0]!.map((rate, round) => rate / rates[index]![round]!);
    console.log(
      `  ${name}: ${spread(rates[index]!, 0)} a second${index === 0 ? '' : `; HTTP is ${spread(ratio, 2)} of it`}`,
    );
  }
}

/** Of a database that nobody is connected to. */
async function copyOf(databaseUrl: string, name: string): Promise<string> {
  const [from, to, at] = [databaseUrl, databaseUrl, databaseUrl].map((url) => new URL(url)) as [URL, URL, URL];
  [to.pathname, at.pathname] = [`/${name}`, '/postgres'];
  const client = new Client(at.href);
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${from.pathname.slice(1)}`);
  await client.end();
  return to.href;
}
