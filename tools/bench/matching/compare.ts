import type { NeedToMatch } from '#domain';
import type { Contestant } from './contestant.js';
import { latencies, percentile, spread } from './figures.js';
import type { Market } from './market.js';

/** Searches before anything is measured: compilers and caches have to have seen the like. */
export const warmUp = 100;
/** The quicker a search, the more of them it takes until its code is compiled for good; nobody is asked for longer than this. */
const warmUpMs = 1_000;

/** Times of each contestant in milliseconds, one list for each round. */
type Times = ReadonlyMap<Contestant, number[][]>;
type Turns = (
  contestants: readonly Contestant[],
  needs: readonly NeedToMatch[],
  round: number,
  times: Times,
) => Promise<void>;

/** All are asked one need, then all the next, in another order each time: everybody comes back to caches that others filled. */
const needByNeed: Turns = async (contestants, needs, round, times) => {
  for (const [number, need] of needs.entries()) {
    for (const contestant of inTurn(contestants, number)) await ask(contestant, need, round, times);
  }
};

/** Each is asked all needs of a round at a stretch, as under load, in another order each round. */
const atAStretch: Turns = async (contestants, needs, round, times) => {
  for (const contestant of inTurn(contestants, round)) {
    for (const need of needs) await ask(contestant, need, round, times);
  }
};

/**
 * Asks all contestants the same needs in rounds, so that whatever else the machine does falls on all of them alike, each round
 * both ways.
 */
export async function compare(contestants: readonly Contestant[], market: Market, rounds: number, needs: number) {
  const needsFrom = (first: number, count: number) =>
    Array.from({ length: count }, (_, next) => market.need(first + next));
  const noTimes = (): Times => new Map(contestants.map((one) => [one, Array.from({ length: rounds }, () => [])]));
  const ways = [
    { way: 'one need after the other', turns: needByNeed, times: noTimes() },
    { way: 'all needs of a round at a stretch', turns: atAStretch, times: noTimes() },
  ];
  const before = needsFrom(0, warmUp);
  await needByNeed(contestants, before, 0, new Map());
  for (const contestant of contestants) await warm(contestant, before);
  for (let round = 0; round < rounds; round += 1) {
    const asked = needsFrom(warmUp + round * needs, needs);
    for (const { turns, times } of ways) await turns(contestants, asked, round, times);
  }
  console.log(`\n${rounds} rounds of ${needs} needs, all asked the same`);
  for (const { name, leavesOut } of contestants) console.log(`  ${name.padEnd(12)} leaves out: ${leavesOut}`);
  for (const { way, times } of ways) report(contestants, way, times);
}

function report(contestants: readonly Contestant[], way: string, times: Times): void {
  const [ours, ...others] = contestants;
  const halves = (contestant: Contestant): number[] => times.get(contestant)!.map((round) => percentile(round, 0.5));
  console.log(`  ${way}:`);
  for (const contestant of contestants) {
    console.log(`    ${contestant.name.padEnd(12)} ${latencies(times.get(contestant)!.flat())}`);
  }
  for (const other of others) {
    const ratios = halves(other).map((half, round) => half / halves(ours!)[round]!);
    console.log(
      `    p50 of ${other.name} by that of ${ours!.name}, round by round: ${spread(ratios)} (least / middle / most)`,
    );
  }
}

async function warm(contestant: Contestant, needs: readonly NeedToMatch[]): Promise<void> {
  const until = performance.now() + warmUpMs;
  for (let next = 0; performance.now() < until; next += 1) await contestant.find(needs[next % needs.length]!);
}

async function ask(contestant: Contestant, need: NeedToMatch, round: number, times: Times): Promise<void> {
  const started = performance.now();
  await contestant.find(need);
  times.get(contestant)?.[round]!.push(performance.now() - started);
}

const inTurn = (contestants: readonly Contestant[], first: number): readonly Contestant[] =>
  contestants.map((_, turn) => contestants[(turn + first) % contestants.length]!);
