import { askedSkills, pointsOf, type PreparedNeed, priceFitBeside } from '#domain';
import type { AskedDuties } from './asked-duties.js';
import { hasBit } from './columns/assistant-columns.js';
import { leastInBin, priceDigits } from './columns/price-table.js';
import { maxStaticUnits, staticScoreStep, staticScoreUnit } from './columns/static-score.js';
import type { SupplyColumns } from './columns/supply-columns.js';
import { type ExactPoints, maxPoints } from './exact-points.js';

/** Points of a unit in which the kernel sums up shortfalls: all that anybody can fall short is less than 256 of them. */
const unit = staticScoreStep * staticScoreUnit;
/** Units that each level of price stands for. */
const priceLevelUnits = 8;
/** Bounds are added up in another order than the points themselves, so they may differ in the last digits. */
const roundingPoints = 4;

/** Upper bounds of scores for one need, from what the bitmaps and the packed column `glance` tell. */
export class ScoreBounds {
  /** The highest total that there can be. */
  readonly maxTotal: number;
  private readonly maxForDuties: number;
  /** The highest points for a price in each bin. */
  private readonly maxForPrice: Float64Array;
  private readonly skillImportance: readonly number[];
  private readonly skillWeight: number;

  /** @param skillBitmaps who has each of the asked skills, at whatever level */
  constructor(
    private readonly supply: SupplyColumns,
    { need, capValue }: PreparedNeed,
    private readonly points: ExactPoints,
    private readonly duties: AskedDuties,
    private readonly skillBitmaps: readonly Int32Array[],
  ) {
    this.maxForPrice = leastInBin.map((least) =>
      capValue === null ? maxPoints.price : pointsOf('price', priceFitBeside(least, capValue)),
    );
    this.skillImportance = askedSkills(need).map(({ importance }) => importance);
    this.skillWeight = this.skillImportance.reduce((sum, importance) => sum + importance, 0);
    this.maxForDuties = points.dutiesWithout(0);
    this.maxTotal =
      this.maxForDuties +
      maxPoints.skills +
      maxPoints.overlap +
      maxPoints.price +
      maxStaticUnits * staticScoreUnit +
      roundingPoints;
  }

  /** By how many units a total of so many points falls short of the highest, 0 to 255; -1 where it is above. */
  unitsBelowMax(points: number): number {
    return Math.max(-1, Math.min(255, Math.floor((this.maxTotal - points) / unit)));
  }

  /** By how many units at least those fall short who don't offer a duty or have a skill, duties first. */
  termShortfalls(): number[] {
    const shortfalls = [
      ...this.duties.weights.map((weight) => this.maxForDuties - this.points.dutiesWithout(weight)),
      ...this.skillImportance.map((importance) => maxPoints.skills - this.skillsWithout(importance)),
    ];
    // One less, for points are rounded.
    return shortfalls.map((shortfall) => Math.max(0, Math.floor((shortfall - 1) / unit)));
  }

  /** For each level, the lowest first, whose price falls short by fewer levels; null for nobody. */
  priceLevels(levels: number): (Int32Array | null)[] {
    const { cheapness } = this.supply.thresholds;
    const { maxForPrice } = this;
    const bitmaps: (Int32Array | null)[] = [];
    // The dearer come first.
    for (let level = levels - 1, bin = 0; level >= 0; level -= 1) {
      const shortfall = (level + 1) * priceLevelUnits * unit;
      while (bin < maxForPrice.length && maxForPrice[bin]! <= maxPoints.price - shortfall) bin += 1;
      const bitmap = bin === maxForPrice.length ? null : cheapness.fromBinOf(bin << priceDigits);
      bitmaps[level] = bitmap ?? (bin === 0 ? this.supply.bits.listed : null);
    }
    return bitmaps;
  }

  /** The highest points for skills that a row can have. */
  skills(row: number): number {
    const { skillBitmaps, skillImportance } = this;
    let missing = 0;
    for (let skill = 0; skill < skillBitmaps.length; skill += 1) {
      if (!hasBit(skillBitmaps[skill]!, row)) missing += skillImportance[skill]!;
    }
    return this.skillsWithout(missing);
  }

  /** @param glance price and static score of the row, as its packed column has them @param skills its bound for skills */
  total(row: number, glance: number, skills: number): number {
    const staticPoints = (glance & 0xff) * staticScoreUnit;
    return (
      maxPoints.overlap +
      roundingPoints +
      this.points.duties(row) +
      staticPoints +
      this.maxForPrice[glance >>> 8]! +
      skills
    );
  }

  private skillsWithout(importance: number): number {
    return this.skillWeight === 0 ? maxPoints.skills : pointsOf('skills', 1 - importance / this.skillWeight);
  }
}
