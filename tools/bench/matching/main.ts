import { argumentsOf, endAsMisused } from '#platform/processes';
import { cpus } from 'node:os';
import { compare, warmUp } from './compare.js';
import type { Contestant, Opens } from './contestant.js';
import { latencies, load } from './figures.js';
import { Market } from './market.js';
import { openMiniSearch } from './minisearch-search.js';
import { openOrama } from './orama-search.js';
import { OurSearch } from './our-search.js';
import { openPostgres } from './postgres-search.js';
import { measureRebuild } from './rebuild.js';
import { measureUpdates } from './updates.js';
import { verify } from './verify.js';

/**
 * `npm run bench:matching`: how quick the matcher's search is beside a database and two search engines, what it takes of
 * memory, how quickly it is rebuilt and changed, and whether it finds what a look at everybody finds.
 */
const values = argumentsOf(
  'npm run bench:matching -- [options]: the search of the matcher beside a database and two search engines.',
  {
    assistants: { type: 'string', default: '100000' },
    against: { type: 'string', default: 'postgres,minisearch,orama' },
    rounds: { type: 'string', default: '5' },
    needs: { type: 'string', default: '60' },
    alone: { type: 'string', default: '2000' },
    verify: { type: 'string', default: '1000' },
    'verify-assistants': { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
);
const number = (name: Exclude<keyof typeof values, 'against'>): number => Number(values[name]);
const others: Readonly<Record<string, Opens>> = {
  postgres: openPostgres,
  minisearch: openMiniSearch,
  orama: openOrama,
};
const step = (text: string): void => console.log(`  ${text}`);

const market = new Market(number('assistants'), number('seed'));
console.log(
  `${market.assistants} assistants of ${market.agencies} agencies; Node ${process.version}, ${cpus().length} cores, ${load()}`,
);
const ours = await OurSearch.open(market, step);
step(`${(ours.columns.bytes / market.assistants).toFixed(0)} bytes for each assistant (typed arrays)`);

const opened: Contestant[] = [];
try {
  for (const name of values.against.split(',').filter((given) => given !== '')) {
    const open = others[name];
    if (open === undefined) endAsMisused(`--against takes ${Object.keys(others).join(', ')}, not ${name}.`);
    opened.push(await open(market, step));
  }
  if (opened.length > 0) await compare([ours, ours.whole, ...opened], market, number('rounds'), number('needs'));
} finally {
  for (const contestant of opened) await contestant.close();
}
await alone();
measureUpdates(ours, market);
await measureRebuild(market);
if (number('verify') > 0) await check();
console.log(load());

/** More needs than the others could be asked, for the rare slow ones, after some to warm up. */
async function alone(): Promise<void> {
  for (const contestant of [ours, ours.whole]) {
    const times: number[] = [];
    for (let count = -warmUp; count < number('alone'); count += 1) {
      const need = market.need(100_000 + warmUp + count);
      const started = performance.now();
      await contestant.find(need);
      if (count >= 0) times.push(performance.now() - started);
    }
    console.log(`\n${contestant.name} alone, ${times.length} needs: ${latencies(times)}`);
    console.log(`  leaves out: ${contestant.leavesOut}`);
  }
}

async function check(): Promise<void> {
  const small = new Market(number('verify-assistants'), number('seed') + 1);
  const different = await verify(small, number('verify'));
  console.log(
    `${number('verify')} needs, ${small.assistants} assistants, looked at one by one as well: ${different} shortlists differ`,
  );
  if (different > 0) process.exitCode = 1;
}
