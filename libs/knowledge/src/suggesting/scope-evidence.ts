import { type SpaceName, spaceNames } from './features.js';
import type { PassageIndex, QueryVector } from './passage-index.js';

type OfEachSpace = Readonly<Record<SpaceName, number>>;

/** What the wording of duties, and of topics that none is about, tells of a text by each kind of feature. */
export interface ScopeSigns {
  /** The logarithm of how near the nearest duty is, as a part of how near the nearest topic is. */
  readonly nearness: OfEachSpace;
  /** How much more often what is said stands in passages of duties than in those of topics: a mean of logarithms. */
  readonly leaning: OfEachSpace;
}

/** So that little in common says little. */
const [nearnessSmoothing, countSmoothing, leaningSmoothing] = [0.02, 0.5, 2] as const;

/** Whether words speak of work like the duties', by how their wording differs from that of topics out of scope. */
export class ScopeEvidence {
  /** Of each feature of a space, how much more often it stands in passages of duties. */
  private readonly leanings: Readonly<Record<SpaceName, Float32Array>>;

  /** @param index the own duties' wording and, behind it, that of topics that are out of scope */
  constructor(
    private readonly index: PassageIndex,
    private readonly dutyCount: number,
  ) {
    const isOfDuty = Array.from(index.passages.entries, (entry) => entry < dutyCount);
    const ofDuties = isOfDuty.filter(Boolean).length;
    const ofTopics = isOfDuty.length - ofDuties;
    const shareOf = (count: number, all: number): number => Math.log((count + countSmoothing) / (all + 1));
    const leaningsOf = (name: SpaceName): Float32Array => {
      const { passages, featureCount } = index.spaces[name];
      return Float32Array.from({ length: featureCount }, (_, feature) => {
        const numbers = passages.numbersOf(feature);
        const found = numbers.reduce((count, number) => count + (isOfDuty[number] === true ? 1 : 0), 0);
        return shareOf(found, ofDuties) - shareOf(numbers.length - found, ofTopics);
      });
    };
    this.leanings = ofEachSpace(leaningsOf);
  }

  signsOf(query: QueryVector): ScopeSigns {
    return {
      nearness: ofEachSpace((name) => this.nearnessOf(query, name)),
      leaning: ofEachSpace((name) => this.leaningOf(query, name)),
    };
  }

  private nearnessOf(query: QueryVector, name: SpaceName): number {
    const nearness = new Float64Array(this.index.entryCount);
    for (const { feature, component } of query[name])
      this.index.spaces[name].entries.addTo(nearness, feature, component);
    const nearestOf = (entries: Float64Array): number => Math.max(0, ...entries) + nearnessSmoothing;
    return Math.log(nearestOf(nearness.subarray(0, this.dutyCount)) / nearestOf(nearness.subarray(this.dutyCount)));
  }

  private leaningOf(query: QueryVector, name: SpaceName): number {
    const sum = query[name].reduce((total, { feature }) => total + this.leanings[name][feature]!, 0);
    return sum / (query[name].length + leaningSmoothing);
  }
}

const ofEachSpace = <Value>(valueOf: (name: SpaceName) => Value): Record<SpaceName, Value> =>
  Object.fromEntries(spaceNames.map((name) => [name, valueOf(name)])) as Record<SpaceName, Value>;
