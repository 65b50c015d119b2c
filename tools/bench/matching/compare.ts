import type { Contestant } from './contestant.js';
import { latencies, percentile, spread } from './figures.js';
import type { Market } from './market.js';

/** Searches before anything is measured: compilers and caches have to have seen the like. */
const warmUp = 100;

/** Times of one contestant, one list for each round. */
type Times = readonly number[][];

/**
 * Asks all contestants the same needs, one after the other, in another order each time, so that whatever else the machine
 * does falls on all of them alike.
 */
export async function compare(contestants: readonly Contestant[], market: Market, rounds: number, needs: number) {
  const times = new Map<Contestant, Times>(contestants.map((one) => [one, Array.from({ length: rounds }, () => [])]));
  for (let number = -warmUp; number < rounds * needs; number += 1) {
    const need = market.need(number + warmUp);
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const contestant = contestants[(turn + number + warmUp) % contestants.length]!;
      const started = performance.now();
      await contestant.find(need);
      const took = performance.now() - started;
      if (number >= 0) times.get(contestant)![Math.floor(number / needs)]!.push(took);
    }
  }
  const [ours, ...others] = contestants;
  console.log(`\n${rounds} rounds of ${needs} needs, all asked the same one after the other`);
  for (const contestant of contestants) {
    console.log(`  ${contestant.name.padEnd(12)} ${latencies(times.get(contestant)!.flat())}`);
    console.log(`  ${''.padEnd(12)} leaves out: ${contestant.leavesOut}`);
  }
  const halves = (contestant: Contestant): number[] => times.get(contestant)!.map((round) => percentile(round, 0.5));
  for (const other of others) {
    const ratios = halves(other).map((half, round) => half / halves(ours!)[round]!);
    console.log(
      `  p50 of ${other.name} by that of ${ours!.name}, round by round: ${spread(ratios)} (least / middle / most)`,
    );
  }
}
