import { seededRandom } from '../../chaos/seeded-random.js';
import { learnWordVectors } from './word-vectors.js';

/** Two trades, whose words stand together in the texts of each. */
const trades = [
  ['bill', 'invoice', 'ledger', 'audit', 'pay'],
  ['boat', 'sail', 'harbour', 'anchor', 'mast'],
];
const texts = trades.flatMap((words) =>
  words.flatMap((one) => words.map((other) => new Map([one, other].map((word) => [`en:${word}`, 1] as const)))),
);

describe('words that are learnt by the texts that they stand in', () => {
  const { words, components } = learnWordVectors(texts, seededRandom(1), trades.length);
  const size = trades.length;
  const vectorOf = (word: string): Int8Array => {
    const at = words.indexOf(`en:${word}`);
    return components.subarray(at * size, (at + 1) * size);
  };
  const nearness = (one: string, other: string): number => {
    const dot = (a: Int8Array, b: Int8Array): number => a.reduce((sum, part, at) => sum + part * b[at]!, 0);
    const [first, second] = [vectorOf(one), vectorOf(other)];
    return dot(first, second) / Math.sqrt(dot(first, first) * dot(second, second));
  };

  it('are nearer to those of their trade than to any other', () => {
    for (const [trade, other] of [trades, trades.toReversed()] as const) {
      for (const word of trade!.slice(1)) {
        const near = nearness(trade![0]!, word);
        expect([word, other!.filter((far) => nearness(trade![0]!, far) >= near)]).toEqual([word, []]);
      }
    }
  });

  it('come out the same of the same texts', () => {
    expect(learnWordVectors(texts, seededRandom(1), trades.length)).toEqual({ words, components });
  });

  it('are left out where too few texts have them', () => {
    const rare = [...texts, new Map([['en:hapax', 1]])];
    expect(learnWordVectors(rare, seededRandom(1), trades.length).words).toEqual(words);
  });
});
