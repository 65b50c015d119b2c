import { pointsOf, type PreparedNeed, priceFitBeside } from '#domain';
import { leastOnStep } from '../../supply/columns/price-table.js';
import { mostUnits, standingStep, standingUnit } from '../../supply/columns/standing.js';
import type { SupplyColumns } from '../../supply/columns/supply-columns.js';
import type { BitRoom } from './bit-room.js';
import type { DutyClasses } from './duty-classes.js';
import { type ExactPoints, mostPoints } from './exact-points.js';

/** What a total has to reach to be of use; it rises while the search goes on. */
export interface Lowest {
  readonly lowest: number;
  readonly lowestOfNewcomers: number;
}

/** What is asked, and by possible duty class who has the standing for it. There is nobody of use in the classes that aren't there. */
interface Asked extends Lowest {
  readonly others: readonly Int32Array[];
  readonly newcomers: readonly Int32Array[];
}

/** Hears of a row with the most that it can have, how much of that is for skills, and the least that it is asked for. */
export type Tell = (row: number, bound: number, skills: number, lowest: number) => void;

/** Bounds are added up in another order than the points themselves, so they may differ in the last digits. */
const roundingPoints = 4;
/** So many of the asked skills are looked at before a profile is: a few more would make long tables. */
const skillsAtAGlance = 6;

/**
 * Lets through those whose bound reaches what is asked. First 32 rows at a time are held against the steps of standing,
 * then each row that is left is looked at for two bytes and the skills that it has at all.
 */
export class Sieve {
  /** By possible duty class, the most that somebody can have but for standing, price and skills. */
  private readonly most: Float64Array;
  /** The most that a price on each step gives. */
  private readonly mostForPrice: Float64Array;
  /** Who has the asked skills, one after the other, and the most that each set of them gives. */
  private readonly skillBits: readonly Int32Array[];
  private readonly mostForSkills: Float64Array;

  constructor(
    private readonly supply: SupplyColumns,
    prepared: PreparedNeed,
    points: ExactPoints,
    private readonly classes: DutyClasses,
    room: BitRoom,
  ) {
    const { capValue, need } = prepared;
    this.most = Float64Array.from(
      classes.possible,
      (inClass) => points.dutiesLacking(inClass * classes.unit) + mostPoints.overlap + roundingPoints,
    );
    this.mostForPrice = leastOnStep.map((least) =>
      capValue === null ? mostPoints.price : pointsOf('price', priceFitBeside(least, capValue)),
    );
    const looked = need.requiredSkills.slice(0, skillsAtAGlance);
    const weight = need.requiredSkills.reduce((sum, { importance }) => sum + importance, 0);
    this.skillBits = looked.map(({ skillCode }) => supply.profiles.having(skillCode).asBits(room.empty));
    this.mostForSkills = Float64Array.from({ length: 2 ** looked.length }, (_, has) => {
      const lacking = looked.filter((_skill, place) => ((has >> place) & 1) === 0);
      const lacked = lacking.reduce((sum, { importance }) => sum + importance, 0);
      return weight === 0 ? mostPoints.skills : pointsOf('skills', 1 - lacked / weight);
    });
  }

  /** What it means for each possible duty class when so much is asked. */
  asking({ lowest, lowestOfNewcomers }: Lowest): Asked {
    const other = mostPoints.skills + mostPoints.price;
    const hopeless = this.most.findIndex((most) => most + other + mostUnits * standingUnit < lowestOfNewcomers);
    const open = this.most.subarray(0, hopeless < 0 ? this.most.length : hopeless);
    return {
      lowest,
      lowestOfNewcomers,
      others: Array.from(open, (most) => this.reaching(lowest - most - other)),
      newcomers: Array.from(open, (most) => this.reaching(lowestOfNewcomers - most - other)),
    };
  }

  /** Tells who of a set can reach what is asked. @param set of the words from `first` to `end` */
  through(set: Int32Array, first: number, end: number, asked: Asked, tell: Tell): void {
    const { classes, most } = this;
    const { newcomers } = this.supply.bits;
    const openClasses = asked.others.length;
    if (openClasses === 0) return;
    for (let word = first; word < end; word += 1) {
      const young = newcomers[word]!;
      let rows = set[word - first]! & standingFor(asked, 0, word, young);
      if (rows === 0) continue;
      if (openClasses > 1) classes.count(word);
      for (let place = 0; place < openClasses && rows !== 0; place += 1) {
        const those = rows & (openClasses > 1 ? classes.rowsOf(classes.possible[place]!) : classes.offeringAll(word));
        if (those === 0) continue;
        rows &= ~those;
        const open = place === 0 ? those : those & standingFor(asked, place, word, young);
        if (open !== 0) this.throughRows(word, open, young, most[place]!, asked, tell);
      }
    }
  }

  /** Who can have so many points from standing, as far as bits tell. */
  private reaching(points: number): Int32Array {
    const units = Math.max(0, Math.min(mostUnits, Math.ceil(points / standingUnit)));
    return this.supply.thresholds.ofStanding.onStepOf(Math.floor(units / standingStep)) ?? this.supply.bits.listed;
  }

  private throughRows(
    word: number,
    open: number,
    young: number,
    most: number,
    { lowest, lowestOfNewcomers }: Asked,
    tell: Tell,
  ): void {
    const { glance } = this.supply.columns;
    const { mostForPrice, mostForSkills, skillBits } = this;
    for (let rows = open; rows !== 0; rows &= rows - 1) {
      const bit = 31 - Math.clz32(rows & -rows);
      const row = (word << 5) | bit;
      let has = 0;
      for (let skill = 0; skill < skillBits.length; skill += 1) {
        has |= ((skillBits[skill]![word]! >>> bit) & 1) << skill;
      }
      const seen = glance[row]!;
      const skills = mostForSkills[has]!;
      const bound = most + (seen & 0xff) * standingUnit + mostForPrice[seen >>> 8]! + skills;
      const least = ((young >>> bit) & 1) === 1 ? lowestOfNewcomers : lowest;
      if (bound >= least) tell(row, bound, skills, least);
    }
  }
}

/** Who of a word has the standing that a duty class needs. */
function standingFor({ others, newcomers }: Asked, place: number, word: number, young: number): number {
  return (~young & others[place]![word]!) | (young & newcomers[place]![word]!);
}
