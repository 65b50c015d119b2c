import { argumentsOf } from '#platform/processes';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { installed } from '../installed.js';

/** What we use of it: sends one request over and over for so many seconds, and counts the answers. */
type Autocannon = (options: {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly connections: number;
  readonly duration: number;
}) => Promise<{
  readonly '2xx': number;
  readonly non2xx: number;
  readonly errors: number;
  readonly duration: number;
}>;

const values = argumentsOf('npm run bench:http-layer -- [options]: the HTTP layer beside Fastify alone.', {
  rounds: { type: 'string', default: '7' },
  seconds: { type: 'string', default: '4' },
});
const autocannon = installed<Autocannon>('autocannon');
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
const kinds = ['ours', 'raw'] as const;
type Kind = (typeof kinds)[number];

interface Measured {
  readonly rate: number;
  readonly cost: number;
}

interface Contestant {
  readonly child: ChildProcess;
  readonly url: string;
}

const body = JSON.stringify({
  agreementId: '0197a000-0000-7000-8000-00000000000a',
  slots: [
    { startAt: '2026-12-01T09:00:00.000Z', endAt: '2026-12-01T13:00:00.000Z' },
    { startAt: '2026-12-02T09:00:00.000Z', endAt: '2026-12-02T13:00:00.000Z' },
  ],
});

/** Its log goes to nowhere, which takes as long to write to as a pipe that somebody reads. */
async function start(kind: Kind): Promise<Contestant> {
  const program = fileURLToPath(new URL('contestant.js', import.meta.url));
  const child = fork(program, [kind], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, url: `http://127.0.0.1:${port}/v1/bookings` };
}

/** Microseconds of the processor that it has taken so far. */
async function processorOf({ child }: Contestant): Promise<number> {
  child.send('');
  const [{ cpu }] = (await once(child, 'message')) as [{ cpu: NodeJS.CpuUsage }];
  return cpu.user + cpu.system;
}

/** Good answers a second, and microseconds of the processor for each. */
async function measure(contestant: Contestant, duration: number): Promise<Measured> {
  const { url } = contestant;
  const before = await processorOf(contestant);
  const headers = { 'content-type': 'application/json' };
  const result = await autocannon({ url, method: 'POST', headers, body, connections: 32, duration });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return { rate: result['2xx'] / result.duration, cost: ((await processorOf(contestant)) - before) / result['2xx'] };
}

const median = (all: readonly number[]): number => [...all].sort((one, other) => one - other)[all.length >> 1] ?? NaN;

const contestants = new Map<Kind, Contestant>();
for (const kind of kinds) contestants.set(kind, await start(kind));
const measured: Record<Kind, Measured[]> = { ours: [], raw: [] };
try {
  for (const contestant of contestants.values()) await measure(contestant, 3);
  // Each round has both, so that what else the machine does meets both.
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of round % 2 === 0 ? kinds : [...kinds].reverse()) {
      measured[kind].push(await measure(contestants.get(kind) as Contestant, seconds));
    }
  }
} finally {
  for (const { child } of contestants.values()) child.kill();
}
const rounded = (figure: number): string => Math.round(figure).toLocaleString('en');
console.log(
  `HTTP layer beside raw Fastify with ajv, a validated POST, ${rounds} rounds of ${seconds} s each, 32 connections`,
);
for (const kind of kinds) {
  const [rate, cost] = [
    median(measured[kind].map(({ rate: one }) => one)),
    median(measured[kind].map(({ cost: one }) => one)),
  ];
  console.log(`  ${kind.padEnd(6)}${rounded(rate)} a second, ${rounded(cost)} µs of the processor for each`);
}
const spread = (all: readonly number[]): string =>
  `${median(all).toFixed(2)} (${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)})`;
console.log(`  ratio ${spread(measured.ours.map(({ rate }, at) => rate / (measured.raw[at]?.rate ?? NaN)))} by rate`);
console.log(`        ${spread(measured.ours.map(({ cost }, at) => (measured.raw[at]?.cost ?? NaN) / cost))} by cost`);
