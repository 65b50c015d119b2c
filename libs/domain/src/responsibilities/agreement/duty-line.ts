import type { Money } from '../../billing/money/money.js';
import type { DutyMode } from '../../catalogue/offered-duty.js';
import type { Cadence } from '../../time/cadence.js';

/** Who answers for a duty: the assistant, or somebody of the business who is named. */
export type Accountable = { readonly party: 'assistant' } | { readonly party: 'business'; readonly personName: string };

/** Hours that are called for as they are needed, in the place of units that fall due. */
export interface AsNeeded {
  /** Minutes that are counted are rounded up to whole steps of so many, which fit into an hour without a rest. */
  readonly stepMinutes: number;
  /** There where the hours of each period are paid ahead as a pack; left out where accepted time is charged. */
  readonly pack?: PackTerms | undefined;
}

/** What becomes of the hours of a pack that nobody used in its period. */
export interface PackTerms {
  /** Most hours that stay for the next pack; what is left beyond them lapses, with 0 all of it. */
  readonly carryOverHours: number;
}

/** One line of the outline of responsibilities. */
export interface DutyLine {
  /** Unique within the agreement; keeps its meaning over all versions. */
  readonly lineId: string;
  readonly dutyCode: string;
  readonly description: string;
  readonly doneCriterion: string;
  /** What is counted, e.g. "e-mail answered". */
  readonly unit: string;
  /** Units per period; of a line as needed, the most hours. */
  readonly volume: number;
  /** Periods are counted from the agreement's first day. */
  readonly cadence: Cadence;
  /**
   * On which days it is due, as a recurrence rule (RFC 5545) of days or weeks where the cadence is weekly, of months where it is monthly:
   * each period ends with such a day. Left out where periods are whole weeks or months of the term.
   */
  readonly rule?: string | undefined;
  readonly accountable: Accountable;
  /** Per unit, or per hour as needed; without commission and tax. */
  readonly unitPrice: Money;
  /** Nothing falls due by itself where this is there. */
  readonly asNeeded?: AsNeeded | undefined;
  /** How far the assistant goes; unsaid where the business answers for it, and in lines of before it was agreed. */
  readonly mode?: DutyMode | undefined;
}

/** A line as somebody wrote it: it may name nobody or several as accountable, and is refused then. */
export interface DutyLineDraft extends Omit<DutyLine, 'accountable'> {
  readonly accountable: readonly Accountable[];
}
