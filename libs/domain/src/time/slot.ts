import type { FieldPath } from '../domain-error.js';

/** A dated stretch of time, half open: it begins at `startAt` and is over at `endAt`. Both are UTC instants (`…Z`). */
export interface Slot {
  readonly startAt: string;
  readonly endAt: string;
}

/** A slot that somebody asks for, with what they call it, so that a refusal can say which one it is about. */
export interface AskedSlot extends Slot {
  /** Where it stands in what was asked. */
  readonly at?: FieldPath | undefined;
  /** Of a weekly series, the local date of the occurrence. */
  readonly which?: string | undefined;
}

/** Whole local dates, both included, `YYYY-MM-DD`. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}
