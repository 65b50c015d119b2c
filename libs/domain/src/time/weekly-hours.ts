/**
 * Hours of a weekday on the clock of whoever states them. `end` is later than `start` and may be `24:00`; work across
 * midnight is two entries, so that every entry belongs to exactly one local date.
 */
export interface WeeklyHours {
  /** ISO weekday: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Local time `HH:MM`, `00:00` to `23:59`. */
  readonly start: string;
  /** Local time `HH:MM`, `00:01` to `24:00`. */
  readonly end: string;
}
