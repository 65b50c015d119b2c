import { CalendarCache, type Candidate, workingSpans } from '#domain';

const weekMinutes = 7 * 1440;
/** A need that starts a little later than the last one finds its weeks there already. */
const weeksInHand = 2;
/** Assistants with days off, whose working time is their own. */
const maxAssistants = 500;
const maxCalendars = 4_000;

interface Dated {
  readonly fromWeek: number;
  readonly toWeek: number;
  readonly working: Int32Array;
}

/** Working time for many assistants who keep the same hours in the same zone: worked out once for all of them. */
export class SharedCalendars extends CalendarCache {
  private readonly dated = new Map<string, Dated>();

  constructor() {
    super(maxAssistants);
  }

  override workingSpans(candidate: Candidate, fromMinute: number, toMinute: number): Int32Array {
    if (candidate.daysOff.length > 0) return super.workingSpans(candidate, fromMinute, toMinute);
    const key = keyOf(candidate);
    const fromWeek = Math.floor(fromMinute / weekMinutes);
    const toWeek = Math.ceil(toMinute / weekMinutes);
    const known = this.dated.get(key);
    if (known !== undefined && known.fromWeek <= fromWeek && known.toWeek >= toWeek) return known.working;
    const until = toWeek + weeksInHand;
    const working = Int32Array.from(workingSpans(candidate, fromWeek * weekMinutes, until * weekMinutes));
    this.keepDated(key, { fromWeek, toWeek: until, working });
    return working;
  }

  private keepDated(key: string, dated: Dated): void {
    this.dated.delete(key);
    this.dated.set(key, dated);
    if (this.dated.size <= maxCalendars) return;
    const [oldest] = this.dated.keys();
    if (oldest !== undefined) this.dated.delete(oldest);
  }
}

function keyOf({ timeZone, weeklyHours }: Candidate): string {
  let key = timeZone;
  for (const { weekday, start, end } of weeklyHours) key += weekday + start + end;
  return key;
}
