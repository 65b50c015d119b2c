import { argumentsOf } from '#platform/processes';
import { migrateApi } from '../../../../apps/api/src/data-source.js';
import { load, spread } from '../../matching/figures.js';
import { withDatabase } from '../with-database.js';
import { pgbenchIsThere } from '../holds/pgbench.js';
import { OwnBooks, postingsOfAnInvoice } from './own-books.js';
import { PgbenchBooks } from './pgbench-books.js';

/**
 * Invoices posted into the books, each in a transaction of its own, beside pgbench that inserts the same rows, in turns; and whether
 * debits and credits come to the same at every read meanwhile.
 */
const values = argumentsOf(
  'npm run bench:writes -- postings [options]: facts posted into the books, beside their rows alone in pgbench.',
  { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '5' } },
);
const [rounds, seconds] = [values.rounds, values.seconds].map(Number) as [number, number];

await withDatabase(async (database) => {
  await migrateApi({ ownerUrl: database.url });
  const own = await OwnBooks.open(database.url);
  const contestants = [own, ...(pgbenchIsThere() ? [await PgbenchBooks.on(database.url)] : [])];
  try {
    for (const contestant of contestants) await contestant.round(2);
    const rates = contestants.map((): number[] => []);
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, contestant] of contestants.entries()) rates[index]!.push(await contestant.round(seconds));
    }
    console.log(`\n${rounds} rounds of ${seconds} s, least / middle / most; ${load()}`);
    for (const [index, { name }] of contestants.entries()) {
      const postings = rates[index]!.map((rate) => rate * postingsOfAnInvoice);
      console.log(`  ${name}: ${spread(postings, 0)} postings a second, ${spread(rates[index]!, 0)} transactions`);
    }
    console.log(`  ${own.reads} reads meanwhile, each with debits and credits that come to the same`);
  } finally {
    for (const contestant of contestants) await contestant.stop();
  }
});
