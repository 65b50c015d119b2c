import { localMinutes, type WeeklyHours } from '#domain';
import { CodeDictionary } from './code-dictionary.js';
import { HashIndex, mixed } from './hash-index.js';
import { ListPool } from './list-pool.js';
import { RowAllocator } from './row-allocator.js';

const dayMinutes = 1440;
const maxZones = 2_000;

/**
 * The different calendars of all assistants: a time zone and weekly hours. Many assistants share one, and whatever a need
 * has to do with it is worked out once for all of them. Hours are kept as pairs of local minutes of the week, Monday first.
 */
export class CalendarTable {
  readonly rows = new RowAllocator();
  readonly zones = new CodeDictionary('time zones', maxZones);
  /** Of each calendar: the number of its zone, where its hours begin in `hours.values`, and how many numbers they are. */
  zone = new Uint16Array(0);
  hoursAt = new Uint32Array(0);
  hoursLength = new Uint16Array(0);
  readonly hours = new ListPool((length) => new Uint16Array(length));
  private users = new Uint32Array(0);
  private asked: { readonly zone: number; readonly hours: readonly number[] } = { zone: 0, hours: [] };
  private readonly slots = new HashIndex((row) =>
    hashOf(this.zone[row]!, this.hours.list(this.hoursAt[row]!, this.hoursLength[row]!)),
  );
  private readonly isAsked = (row: number): boolean => {
    const { zone, hours } = this.asked;
    if (this.zone[row] !== zone || this.hoursLength[row] !== hours.length) return false;
    const at = this.hoursAt[row]!;
    return hours.every((minute, index) => this.hours.values[at + index] === minute);
  };

  /** The calendar of one user more. */
  use(timeZone: string, weeklyHours: readonly WeeklyHours[]): number {
    const zone = this.zones.add(timeZone);
    const hours = minutesOfWeek(weeklyHours);
    this.asked = { zone, hours };
    const known = this.slots.find(hashOf(zone, hours), this.isAsked);
    if (known >= 0) {
      this.users[known]! += 1;
      return known;
    }
    const row = this.rows.take();
    this.reserve(this.rows.end);
    this.zone[row] = zone;
    this.hoursAt[row] = this.hours.add(hours);
    this.hoursLength[row] = hours.length;
    this.users[row] = 1;
    this.slots.add(row);
    return row;
  }

  /** One user less; a calendar that nobody has any more is forgotten. */
  drop(row: number): void {
    this.users[row]! -= 1;
    if (this.users[row]! > 0) return;
    this.slots.remove(row);
    this.hours.remove(this.hoursAt[row]!, this.hoursLength[row]!);
    this.rows.free(row);
  }

  timeZoneOf(row: number): string {
    return this.zones.codeOf(this.zone[row]!);
  }

  weeklyHoursOf(row: number): WeeklyHours[] {
    const hours = this.hours.list(this.hoursAt[row]!, this.hoursLength[row]!);
    return Array.from({ length: hours.length / 2 }, (_, index) => {
      const [start, end] = [hours[index * 2]!, hours[index * 2 + 1]!];
      const midnight = Math.floor(start / dayMinutes) * dayMinutes;
      return { weekday: midnight / dayMinutes + 1, start: clockTime(start - midnight), end: clockTime(end - midnight) };
    });
  }

  get bytes(): number {
    const own = [this.zone, this.hoursAt, this.hoursLength, this.users];
    return own.reduce((sum, { byteLength }) => sum + byteLength, 0) + this.hours.bytes + this.slots.bytes;
  }

  private reserve(rows: number): void {
    if (rows <= this.zone.length) return;
    const room = this.rows.roomFor(rows);
    const grown = <Column extends { set(from: Column): void }>(
      column: Column,
      make: new (length: number) => Column,
    ) => {
      const wider = new make(room);
      wider.set(column);
      return wider;
    };
    this.zone = grown(this.zone, Uint16Array);
    this.hoursAt = grown(this.hoursAt, Uint32Array);
    this.hoursLength = grown(this.hoursLength, Uint16Array);
    this.users = grown(this.users, Uint32Array);
  }
}

/** In order of the week, as pairs [start, end): the same hours in any order are the same calendar. */
function minutesOfWeek(weeklyHours: readonly WeeklyHours[]): number[] {
  return weeklyHours
    .map(({ weekday, start, end }) => {
      const midnight = (weekday - 1) * dayMinutes;
      return [midnight + localMinutes(start), midnight + localMinutes(end)] as const;
    })
    .sort((one, other) => one[0] - other[0])
    .flat();
}

function hashOf(zone: number, hours: ArrayLike<number>): number {
  let hash = zone;
  for (let index = 0; index < hours.length; index += 1) hash = Math.imul(hash, 0x01000193) ^ hours[index]!;
  return mixed(hash);
}

const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
