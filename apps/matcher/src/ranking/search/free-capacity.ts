import { minutesByWeek, type PreparedNeed } from '#domain';
import type { SupplyColumns } from '../../supply/columns/supply-columns.js';

/** Bookings count in the ISO weeks of the assistant's zone, which begin up to so long before the first asked hour. */
const marginMinutes = 8 * 1440;

interface Required {
  readonly byWeek: ReadonlyMap<number, number>;
  readonly most: number;
}

/** Whether assistants have the capacity left that a need takes, in every week. */
export class FreeCapacity {
  /** By the number of the zone. */
  private readonly byZone: Required[] = [];

  constructor(
    private readonly supply: SupplyColumns,
    private readonly prepared: PreparedNeed,
  ) {}

  isEnough(row: number): boolean {
    const { columns, calendars } = this.supply;
    const capacity = columns.capacityMinutes[row]!;
    const zone = calendars.zone[columns.calendar[row]!]!;
    const required = (this.byZone[zone] ??= this.requiredIn(calendars.zones.codeOf(zone)));
    if (capacity < required.most) return false;
    const busy = this.supply.busyOf(row);
    if (capacity - this.bookedNearby(busy) >= required.most) return true;
    const booked = minutesByWeek(busy, calendars.zones.codeOf(zone));
    for (const [week, minutes] of required.byWeek) if (capacity - (booked.get(week) ?? 0) < minutes) return false;
    return true;
  }

  private requiredIn(timeZone: string): Required {
    const byWeek = this.prepared.requiredCapacity(timeZone);
    return { byWeek, most: Math.max(0, ...byWeek.values()) };
  }

  /** No less than what is booked in any of the weeks. */
  private bookedNearby(busy: Int32Array): number {
    const from = (this.prepared.spans[0] ?? 0) - marginMinutes;
    const to = this.prepared.lastMinute + marginMinutes;
    let minutes = 0;
    for (let index = 0; index < busy.length && busy[index]! < to; index += 2) {
      if (busy[index + 1]! > from) minutes += busy[index + 1]! - busy[index]!;
    }
    return minutes;
  }
}
