/** A dated stretch of time, half open: it begins at `startAt` and is over at `endAt`. Both are UTC instants (`…Z`). */
export interface Slot {
  readonly startAt: string;
  readonly endAt: string;
}

/** Whole local dates, both included, `YYYY-MM-DD`. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}
