import { clockOf, type OffsetPeriod, type PreparedNeed } from '#domain';

export const weekMinutes = 7 * 1440;
/** Minute 0 was a Thursday; weeks begin on Monday. */
const mondayShift = 3 * 1440;
/** Clocks that change so long before or after can still push hours into the asked ones. */
const marginMinutes = 2 * 1440;

/** Pieces of one kind of week on the clock of a zone, as pairs [start, end) of local minutes of the week, in any order. */
export interface KindOfWeek {
  readonly pieces: readonly number[];
  /** What a week of this kind asks an assistant to share. */
  readonly requiredMinutes: number;
  readonly weeks: number;
}

/** A need as the clock of one zone shows it. Most weeks look alike, so a year is a few kinds of them. */
export interface WeeksInZone {
  readonly kinds: readonly KindOfWeek[];
  /** The kind of each week of the need; -1 for one that asks for nothing. */
  readonly kindOfWeek: Int32Array;
  readonly offsetPeriods: readonly OffsetPeriod[];
  /**
   * Local times that a change of the clocks repeats, as open intervals of minutes of the week with their length: hours
   * that begin or end within one aren't where the clock alone would put them. Of times that it skips there are no pieces.
   */
  readonly odd: readonly { readonly start: number; readonly minutes: number }[];
  /** A change of the clocks repeats midnight, so that a day isn't all in one piece. */
  readonly midnightIsOdd: boolean;
}

/** Where a local minute is in the week that begins on Monday. */
const minuteOfWeek = (localMinute: number): number =>
  (((localMinute + mondayShift) % weekMinutes) + weekMinutes) % weekMinutes;

/** Weeks of a need that lie alike, seven days apart in UTC. */
interface Run {
  readonly from: number;
  readonly to: number;
  /** UTC minutes at which the asked hours of the first week begin and end. */
  readonly start: number;
  readonly end: number;
  /** Runs whose hours lie alike have the same number. */
  readonly look: number;
}

/** The weeks of a need seen from zones. */
export class NeedWeeks {
  /** First index in `spans` of each week, and one more. */
  private readonly firstSpan: Int32Array;
  private readonly runs: readonly Run[];
  private readonly byClocks = new Map<string, WeeksInZone>();
  private readonly piecesByKey = new Map<number, readonly number[]>();

  constructor(private readonly prepared: PreparedNeed) {
    const { weekOfSpan, askedByWeek } = prepared;
    this.firstSpan = new Int32Array(askedByWeek.length + 1);
    for (const week of weekOfSpan) this.firstSpan[week + 1]! += 2;
    for (let week = 0; week < askedByWeek.length; week += 1) this.firstSpan[week + 1]! += this.firstSpan[week]!;
    this.runs = this.runsOfWeeks();
  }

  in(timeZone: string): WeeksInZone {
    const { spans } = this.prepared;
    const first = (spans[0] ?? 0) - marginMinutes;
    const offsetPeriods = clockOf(timeZone).offsetPeriodsBetween(first, (spans.at(-1) ?? 0) + marginMinutes);
    // The clocks of many zones show the same.
    const clocks = offsetPeriods.map(({ fromMinute, offset }, index) => `${index && fromMinute} ${offset}`).join();
    const known = this.byClocks.get(clocks);
    if (known !== undefined) return known;
    const seen = this.seenBy(offsetPeriods);
    this.byClocks.set(clocks, seen);
    return seen;
  }

  private runsOfWeeks(): Run[] {
    const { spans, askedByWeek } = this.prepared;
    const runs: Run[] = [];
    const looks = new Map<string, number>();
    for (let from = 0, to = 0; from < askedByWeek.length; from = to) {
      to = from + 1;
      if (askedByWeek[from] === 0) continue;
      while (to < askedByWeek.length && this.isAWeekAfter(to - 1, to)) to += 1;
      const inWeek = spans.subarray(this.firstSpan[from]!, this.firstSpan[from + 1]!);
      const start = inWeek[0]!;
      const look = inWeek.map((minute) => minute - start).join();
      if (!looks.has(look)) looks.set(look, looks.size);
      runs.push({ from, to, start, end: inWeek.at(-1)!, look: looks.get(look)! });
    }
    return runs;
  }

  private isAWeekAfter(week: number, next: number): boolean {
    const { spans } = this.prepared;
    const [from, to] = [this.firstSpan[week]!, this.firstSpan[next]!];
    if (this.firstSpan[next + 1]! - to !== to - from) return false;
    for (let index = from; index < to; index += 1) {
      if (spans[index + to - from]! - spans[index]! !== weekMinutes) return false;
    }
    return true;
  }

  private seenBy(offsetPeriods: readonly OffsetPeriod[]): WeeksInZone {
    const { askedByWeek, requiredByWeek } = this.prepared;
    const kinds: { pieces: readonly number[]; requiredMinutes: number; weeks: number }[] = [];
    const kindOfWeek = new Int32Array(askedByWeek.length).fill(-1);
    for (const run of this.runs) {
      for (let week = run.from, until = 0; week < run.to; week = until) {
        const seen = this.piecesOf(run, week, offsetPeriods);
        until = seen.until;
        let kind = 0;
        while (kind < kinds.length && kinds[kind]!.pieces !== seen.pieces) kind += 1;
        if (kind === kinds.length) {
          kinds.push({ pieces: seen.pieces, requiredMinutes: requiredByWeek[week]!, weeks: 0 });
        }
        kinds[kind]!.weeks += until - week;
        kindOfWeek.fill(kind, week, until);
      }
    }
    return { kinds, kindOfWeek, offsetPeriods, ...oddTimes(offsetPeriods) };
  }

  /** The same array for weeks that are the same on the clock, and the week up to which it holds. */
  private piecesOf(run: Run, week: number, offsetPeriods: readonly OffsetPeriod[]) {
    const later = (week - run.from) * weekMinutes;
    const [start, end] = [run.start + later, run.end + later];
    const period = offsetPeriods.findLast(({ fromMinute }) => fromMinute <= start) ?? offsetPeriods[0]!;
    const change = offsetPeriods[offsetPeriods.indexOf(period) + 1]?.fromMinute ?? Infinity;
    const [from, to] = [this.firstSpan[week]!, this.firstSpan[week + 1]!];
    if (change < end) return { pieces: this.cut(from, to, offsetPeriods), until: week + 1 };
    const key = run.look * weekMinutes + minuteOfWeek(start + period.offset);
    let pieces = this.piecesByKey.get(key);
    if (pieces === undefined) this.piecesByKey.set(key, (pieces = this.cut(from, to, [period])));
    return { pieces, until: Math.min(run.to, week + 1 + Math.floor((change - end) / weekMinutes)) };
  }

  private cut(from: number, to: number, offsetPeriods: readonly OffsetPeriod[]): readonly number[] {
    const { spans } = this.prepared;
    const pieces: number[] = [];
    for (let index = from; index < to; index += 2) {
      localPieces(spans[index]!, spans[index + 1]!, offsetPeriods, (start, end) => pieces.push(start, end));
    }
    return pieces;
  }
}

function oddTimes(offsetPeriods: readonly OffsetPeriod[]): Pick<WeeksInZone, 'odd' | 'midnightIsOdd'> {
  const changes = offsetPeriods.slice(1).flatMap(({ fromMinute, offset }, index) => {
    const minutes = offsetPeriods[index]!.offset - offset;
    return minutes > 0 ? [{ from: fromMinute + offset, minutes }] : [];
  });
  return {
    odd: changes.map(({ from, minutes }) => ({ start: minuteOfWeek(from), minutes })),
    midnightIsOdd: changes.some(({ from, minutes }) => Math.ceil((from + 1) / 1440) * 1440 < from + minutes),
  };
}

/** Cuts a span of UTC minutes where clocks change and weeks begin, and tells each piece in local minutes of the week. */
export function localPieces(
  fromMinute: number,
  toMinute: number,
  offsetPeriods: readonly OffsetPeriod[],
  tell: (start: number, end: number) => void,
): void {
  for (let index = 0; index < offsetPeriods.length; index += 1) {
    const start = index === 0 ? fromMinute : Math.max(fromMinute, offsetPeriods[index]!.fromMinute);
    const end = Math.min(toMinute, offsetPeriods[index + 1]?.fromMinute ?? Infinity);
    for (let at = start; at < end;) {
      const local = minuteOfWeek(at + offsetPeriods[index]!.offset);
      const minutes = Math.min(end - at, weekMinutes - local);
      tell(local, local + minutes);
      at += minutes;
    }
  }
}
