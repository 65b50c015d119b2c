import { clockOf, type OffsetStretch, type PreparedNeed } from '#domain';

export const weekMinutes = 7 * 1440;
/** Minute 0 was a Thursday; weeks begin on Monday. */
const mondayShift = 3 * 1440;
/** Clocks that change so long before or after can still push hours into the asked ones. */
const marginMinutes = 2 * 1440;

/** Stretches of one kind of week on the clock of a zone, as pairs [start, end) of local minutes of the week. */
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
  readonly stretches: readonly OffsetStretch[];
  /**
   * Local times that a change of the clocks skips or repeats, as open intervals of minutes of the week with their length:
   * hours that begin or end within one aren't where the clock alone would put them.
   */
  readonly odd: readonly { readonly start: number; readonly minutes: number }[];
  /** A change of the clocks leaps over midnight, so that a day isn't all in one piece. */
  readonly midnightIsOdd: boolean;
}

/** Where a local minute is in the week that begins on Monday. */
export const minuteOfWeek = (localMinute: number): number =>
  (((localMinute + mondayShift) % weekMinutes) + weekMinutes) % weekMinutes;

/** The weeks of a need seen from zones. */
export class NeedWeeks {
  /** First index in `spans` of each week, and one more. */
  private readonly firstSpan: Int32Array;
  /** Weeks whose hours lie alike have the same number. */
  private readonly lookOfWeek: Int32Array;
  private readonly byClocks = new Map<string, WeeksInZone>();
  private readonly piecesByKey = new Map<number, readonly number[]>();

  constructor(private readonly prepared: PreparedNeed) {
    const { spans, weekOfSpan, askedByWeek } = prepared;
    this.firstSpan = new Int32Array(askedByWeek.length + 1);
    for (const week of weekOfSpan) this.firstSpan[week + 1]! += 2;
    for (let week = 0; week < askedByWeek.length; week += 1) this.firstSpan[week + 1]! += this.firstSpan[week]!;
    const looks = new Map<string, number>();
    this.lookOfWeek = askedByWeek.map((_, week) => {
      const [from, to] = [this.firstSpan[week]!, this.firstSpan[week + 1]!];
      const look = spans
        .subarray(from, to)
        .map((minute) => minute - spans[from]!)
        .join();
      if (!looks.has(look)) looks.set(look, looks.size);
      return looks.get(look)!;
    });
  }

  in(timeZone: string): WeeksInZone {
    const { spans } = this.prepared;
    const first = (spans[0] ?? 0) - marginMinutes;
    const stretches = clockOf(timeZone).stretchesBetween(first, (spans.at(-1) ?? 0) + marginMinutes);
    // The clocks of many zones show the same.
    const clocks = stretches.map(({ fromMinute, offset }, index) => `${index && fromMinute} ${offset}`).join();
    const known = this.byClocks.get(clocks);
    if (known !== undefined) return known;
    const seen = this.seenBy(stretches);
    this.byClocks.set(clocks, seen);
    return seen;
  }

  private seenBy(stretches: readonly OffsetStretch[]): WeeksInZone {
    const { askedByWeek, requiredByWeek } = this.prepared;
    const kinds: { pieces: readonly number[]; requiredMinutes: number; weeks: number }[] = [];
    const kindByPieces = new Map<readonly number[], number>();
    const kindOfWeek = Int32Array.from(askedByWeek, (asked, week) => {
      if (asked === 0) return -1;
      const pieces = this.piecesOf(week, stretches);
      const known = kindByPieces.get(pieces);
      if (known !== undefined) {
        kinds[known]!.weeks += 1;
        return known;
      }
      kindByPieces.set(pieces, kinds.length);
      return kinds.push({ pieces, requiredMinutes: requiredByWeek[week]!, weeks: 1 }) - 1;
    });
    return { kinds, kindOfWeek, stretches, ...oddTimes(stretches) };
  }

  /** The same array for weeks that are the same on the clock. */
  private piecesOf(week: number, stretches: readonly OffsetStretch[]): readonly number[] {
    const { spans } = this.prepared;
    const [from, to] = [this.firstSpan[week]!, this.firstSpan[week + 1]!];
    const [start, end] = [spans[from]!, spans[to - 1]!];
    const stretch = stretches.findLast(({ fromMinute }) => fromMinute <= start) ?? stretches[0]!;
    const next = stretches[stretches.indexOf(stretch) + 1];
    if (next !== undefined && next.fromMinute < end) return this.cut(from, to, stretches);
    const key = this.lookOfWeek[week]! * weekMinutes + minuteOfWeek(start + stretch.offset);
    let pieces = this.piecesByKey.get(key);
    if (pieces === undefined) this.piecesByKey.set(key, (pieces = this.cut(from, to, [stretch])));
    return pieces;
  }

  private cut(from: number, to: number, stretches: readonly OffsetStretch[]): readonly number[] {
    const { spans } = this.prepared;
    const pieces: (readonly [start: number, end: number])[] = [];
    for (let index = from; index < to; index += 2) {
      localPieces(spans[index]!, spans[index + 1]!, stretches, (start, end) => pieces.push([start, end]));
    }
    return pieces.sort((one, other) => one[0] - other[0] || one[1] - other[1]).flat();
  }
}

function oddTimes(stretches: readonly OffsetStretch[]): Pick<WeeksInZone, 'odd' | 'midnightIsOdd'> {
  const changes = stretches.slice(1).map(({ fromMinute, offset }, index) => {
    const before = stretches[index]!.offset;
    return { from: fromMinute + Math.min(before, offset), minutes: Math.abs(offset - before) };
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
  stretches: readonly OffsetStretch[],
  tell: (start: number, end: number) => void,
): void {
  for (let index = 0; index < stretches.length; index += 1) {
    const start = index === 0 ? fromMinute : Math.max(fromMinute, stretches[index]!.fromMinute);
    const end = Math.min(toMinute, stretches[index + 1]?.fromMinute ?? Infinity);
    for (let at = start; at < end;) {
      const local = minuteOfWeek(at + stretches[index]!.offset);
      const minutes = Math.min(end - at, weekMinutes - local);
      tell(local, local + minutes);
      at += minutes;
    }
  }
}
