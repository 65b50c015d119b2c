import { aBusiness } from '../../journey/cast.js';
import { percentile } from '../matching/figures.js';
import { seedInBulk } from '../seed-in-bulk.js';
import type { Part } from './conclusion.js';
import { shortlistWait, shortlistWaits } from './shortlist-waits.js';
import { saidOf, Surroundings, usedForEach } from './surroundings.js';
import { table } from './table.js';

/** Businesses that post needs at the same time, each the next one when it has read its shortlist. */
const businesses = 8;

/** Shortlists a second, when needs come as quickly as they are answered, by the number of matchers that share them. */
export async function matcherGrowth(
  counts: readonly number[],
  assistants: number,
  seconds: number,
  step: (text: string) => void,
): Promise<Part> {
  const around = await Surroundings.start();
  try {
    await around.startApi();
    await around.startMatcher();
    await around.stopMatchers();
    await seedInBulk(around.database.url, assistants, () => undefined);
    const rows: string[][] = [];
    let most = 0;
    for (const count of counts) {
      step(`${count} matchers`);
      for (let started = 0; started < count; started += 1) await around.startMatcher();
      await shortlistWaits(around.url, 10);
      const { cells, perSecond } = await pressed(around, seconds);
      rows.push([String(count), ...cells]);
      most = Math.max(most, perSecond);
      await around.stopMatchers();
    }
    const head = ['matchers', 'shortlists a second', 'p50', 'p99', 'processor for each, ms'];
    return { table: table(head, rows), found: { shortlists: { assistants, perSecond: most } } };
  } finally {
    await around.stop();
  }
}

async function pressed(
  around: Surroundings,
  seconds: number,
): Promise<{ readonly cells: string[]; readonly perSecond: number }> {
  const owners = await Promise.all(Array.from({ length: businesses }, () => aBusiness(around.url)));
  const waits: number[] = [];
  const before = around.used();
  const started = performance.now();
  await Promise.all(
    owners.map(async (owner, place) => {
      for (let number = place; performance.now() - started < seconds * 1_000; number += businesses)
        waits.push(await shortlistWait(owner, number));
    }),
  );
  const took = (performance.now() - started) / 1_000;
  const perSecond = waits.length / took;
  const cells = [
    perSecond.toFixed(0),
    ...[0.5, 0.99].map((part) => `${percentile(waits, part).toFixed(0)} ms`),
    saidOf(usedForEach(before, around.used(), waits.length)),
  ];
  return { cells, perSecond };
}
