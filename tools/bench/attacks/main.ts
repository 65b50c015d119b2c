import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { argumentsOf } from '#platform/processes';
import { demoAdministrator } from '../../../apps/all-in-one/src/demo-data/index.js';
import { startAllInOne } from '../../start/own-all-in-one.js';
import { load, percentile } from '../matching/figures.js';
import { type Attack, attacksOn, tokenOf } from './attacks.js';

/**
 * `npm run bench:attacks`: plays what is meant to hold everybody up against an all-in-one of its own, and shows how others
 * fare meanwhile: the answers to the attack by status, how long somebody waited for `/health/live` and for a login, and by how
 * much the memory of the process grew at most. The suites assert the answers; these are the times. The attacker has a thread of
 * its own: what its hundreds of connections cost itself would else be taken for the wait of somebody else.
 */
const { only } = argumentsOf(
  'npm run bench:attacks -- [--only text]: how others fare while somebody attacks, in the ways whose name holds the text. On Linux: it reads memory from /proc.',
  { only: { type: 'string', default: '' } },
);

const restMs = 1_500;
const allInOne = await startAllInOne({ AJUDANT_AUTH_REQUESTS_PER_MINUTE: '1000000', AJUDANT_LOG_LEVEL: 'error' });
const { url } = allInOne;
const attacker = new Worker(new URL('attacker.worker.js', import.meta.url), { workerData: url });
try {
  for (const attack of (await attacksOn(url)).filter(({ name }) => name.includes(only))) {
    await sleep(restMs);
    await show(attack);
  }
} finally {
  await attacker.terminate();
  await allInOne.stop();
}

async function show({ name, shots }: Attack): Promise<void> {
  const state = { isOver: false };
  const others = Promise.all([
    during(state, 5, () => fetch(`${url}/health/live`).then((answer) => answer.text())),
    during(state, 250, () => tokenOf(url, demoAdministrator.email)),
    growth(state),
  ]);
  attacker.postMessage(shots);
  const [statuses] = (await once(attacker, 'message')) as [readonly number[]];
  state.isOver = true;
  const [live, logins, mebibytes] = await others;
  const counts = new Map<number, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  console.log(`${name}: ${[...counts].map(([status, count]) => `${count} x ${status}`).join(', ')}; ${load()}`);
  console.log(`  live ${worst(live)}; login ${worst(logins)}; memory +${mebibytes.toFixed(0)} MB`);
}

function worst(times: readonly number[]): string {
  return `p50 ${percentile(times, 0.5).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms of ${times.length}`;
}

/** How many milliseconds each took, one after the other, until the attack is over; at least one. */
async function during(
  state: { readonly isOver: boolean },
  pauseMs: number,
  ask: () => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  do {
    const startedAt = performance.now();
    await ask();
    times.push(performance.now() - startedAt);
    await sleep(pauseMs);
  } while (!state.isOver);
  return times;
}

/** By how many MiB the process was larger, at most, than at the beginning; a moment after the attack counts. */
async function growth(state: { readonly isOver: boolean }): Promise<number> {
  const before = resident();
  let most = before;
  for (let after = 0; after < 5; after += state.isOver ? 1 : 0) {
    most = Math.max(most, resident());
    await sleep(50);
  }
  return most - before;
}

function resident(): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${allInOne.pid}/status`, 'utf8'))?.[1]) / 1_024;
}
