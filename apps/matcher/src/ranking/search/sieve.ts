import { pointsOf, type PreparedNeed, priceFitBeside, wholeScore } from '#domain';
import { priceClasses, priceLimits } from '../../supply/columns/price-table.js';
import { standingStep, standingUnit } from '../../supply/columns/standing.js';
import type { SupplyColumns } from '../../supply/columns/supply-columns.js';
import type { BitRoom } from './bit-room.js';
import { type DutyClasses, lastClass } from './duty-classes.js';
import { type ExactPoints, mostPoints } from './exact-points.js';

/** What a total has to reach to be of use; it rises while the search goes on. */
export interface Lowest {
  readonly lowest: number;
  readonly lowestOfNewcomers: number;
}

/** Bounds are added up in another order than the points themselves, so they may differ in the last digits. */
const roundingPoints = 4;
/** So many of the asked skills are looked at before a profile is: a few more would make long tables. */
const skillsAtAGlance = 6;
const mostStanding = 255 * standingUnit;
/** After so many words of 32 rows what is asked may have risen enough to leave out more. */
const wordsAtATime = 32;
const none = new Uint32Array(0);

/**
 * Lets through those whose bound reaches what is asked. First whole words of rows are held against bits of standing and
 * price, then each row that is left is looked at for two bytes and the skills that it has at all.
 */
export class Sieve {
  /** The most that a price of each class gives. */
  private readonly mostForPrice: Float64Array;
  /** Who has the asked skills, one after the other, and the most that each set of them gives. */
  private readonly skillBits: readonly Uint32Array[];
  private readonly mostForSkills: Float64Array;
  private readonly others: Open;
  private readonly fresh: Open;

  constructor(
    private readonly supply: SupplyColumns,
    prepared: PreparedNeed,
    private readonly points: ExactPoints,
    private readonly classes: DutyClasses,
    room: BitRoom,
  ) {
    const { capValue, need } = prepared;
    this.others = new Open(supply, capValue);
    this.fresh = new Open(supply, capValue);
    this.mostForPrice = Float64Array.from(priceClasses, (least) =>
      capValue === null ? mostPoints.price : pointsOf('price', priceFitBeside(least, capValue)),
    );
    const looked = need.requiredSkills.slice(0, skillsAtAGlance);
    const weight = need.requiredSkills.reduce((sum, { importance }) => sum + importance, 0);
    this.skillBits = looked.map(({ skillCode }) => {
      const posting = supply.profiles.having(skillCode);
      return posting.asBits(posting.isList ? room.take() : none);
    });
    this.mostForSkills = Float64Array.from({ length: 2 ** looked.length }, (_, has) => {
      const lacking = looked.filter((_skill, place) => ((has >> place) & 1) === 0);
      const lacked = lacking.reduce((sum, { importance }) => sum + importance, 0);
      return weight === 0 ? mostPoints.skills : pointsOf('skills', 1 - lacked / weight);
    });
  }

  /**
   * From those who lack no duty downwards, until nobody of a class can reach what is asked.
   * @param look hears of each who gets through, with their bound but for what skills give
   * @param settle is called after each class
   */
  through(set: Uint32Array, lowest: Lowest, look: (row: number, bound: number) => void, settle: () => void): void {
    for (let inClass = 0; inClass <= lastClass; inClass += 1) {
      const duties = this.points.dutiesLacking(inClass * this.classes.unit);
      const most = duties + mostPoints.overlap + mostPoints.response + roundingPoints;
      if (most + mostPoints.skills + mostStanding + mostPoints.price < lowest.lowestOfNewcomers) return;
      if (!this.classes.canBe(inClass)) continue;
      for (let word = 0; word < this.supply.words; word += wordsAtATime) {
        this.throughWords(set, inClass, word, most, lowest, look);
      }
      settle();
    }
  }

  private throughWords(
    set: Uint32Array,
    inClass: number,
    first: number,
    most: number,
    lowest: Lowest,
    look: (row: number, bound: number) => void,
  ): void {
    const { newcomers } = this.supply.bits;
    const others = this.others.to(lowest.lowest - most);
    const fresh = this.fresh.to(lowest.lowestOfNewcomers - most);
    const end = Math.min(first + wordsAtATime, this.supply.words);
    for (let word = first; word < end; word += 1) {
      const rows = this.classes.rowsOfWord(set, inClass, word);
      if (rows === 0) continue;
      const young = newcomers[word]!;
      const open =
        rows &
        ((~young & others.standing[word]! & others.price[word]!) |
          (young & fresh.standing[word]! & fresh.price[word]!));
      if (open !== 0) this.throughRows(word, open, young, most, lowest, look);
    }
  }

  private throughRows(
    word: number,
    open: number,
    young: number,
    most: number,
    lowest: Lowest,
    look: (row: number, bound: number) => void,
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
      const bound = most + (seen & 0xff) * standingUnit + mostForPrice[seen >>> 8]!;
      const asked = ((young >>> bit) & 1) === 1 ? lowest.lowestOfNewcomers : lowest.lowest;
      if (bound + mostForSkills[has]! >= asked) look(row, bound);
    }
  }
}

/** Who can have so many points from standing, price and skills together, as far as bits tell: who is in both sets. */
class Open {
  standing: Uint32Array;
  price: Uint32Array;
  private points = Number.NaN;

  constructor(
    private readonly supply: SupplyColumns,
    private readonly capValue: number | null,
  ) {
    this.standing = supply.bits.listed;
    this.price = supply.bits.listed;
  }

  to(points: number): this {
    if (points === this.points) return this;
    this.points = points;
    const { ofStanding, withinPrice, bits } = this.supply;
    const units = Math.ceil((points - mostPoints.price - mostPoints.skills) / standingUnit);
    const step = Math.min(Math.floor(units / standingStep) - 1, ofStanding.steps - 1);
    this.standing = (step < 0 ? null : ofStanding.reaching(step)) ?? bits.listed;
    this.price = withinPrice.reaching(this.limitFor(points - mostStanding - mostPoints.skills)) ?? bits.listed;
    return this;
  }

  /** The last limit that everybody keeps whose price gives so many points; -1 for none. */
  private limitFor(pricePoints: number): number {
    if (this.capValue === null || pricePoints <= 0) return -1;
    // The points of a price fall from all at half of the cap to none at the cap.
    const dearest = this.capValue * (1 - pricePoints / (2 * mostPoints.price)) + this.capValue / wholeScore;
    let limit = -1;
    while (limit + 1 < priceLimits.length && priceLimits[limit + 1]! >= dearest) limit += 1;
    return limit;
  }
}
