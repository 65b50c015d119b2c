import { marketplace } from '#access';
import { type AskedSlot, DomainError, type Slot } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** What is taken: dated slots of one booking until it expires. */
export interface TakenTime {
  readonly bookingId: string;
  readonly assistantId: string;
  readonly slots: readonly AskedSlot[];
  /** Null for what is confirmed. */
  readonly holdExpiresAt: string | null;
}

/** Days around slots in which others matter, because capacity is counted in whole weeks. */
export const weekMarginDays = 8;

/** What somebody would like to take. */
export interface WantedTime {
  readonly assistantId: string;
  readonly slots: readonly AskedSlot[];
  readonly now: string;
}

/** Of assistant $1 within the periods $2, as of $3; lapsed holds don't count. */
export const takenTime = `SELECT FROM api.calendar_slot taken
             WHERE taken.assistant_id = $1 AND taken.period && $2::tstzmultirange
               AND (taken.hold_expires_at IS NULL OR taken.hold_expires_at > $3)`;

const lockFreeCalendar = {
  name: 'lock-free-calendar',
  text: `SELECT FROM api.assistant_calendar calendar
          WHERE assistant_id = $1 AND NOT EXISTS (${takenTime})
            FOR UPDATE OF calendar`,
};

const lockCalendar = {
  name: 'lock-calendar',
  text: `SELECT FROM api.assistant_calendar WHERE assistant_id = $1 FOR UPDATE`,
};

const takeSlots = {
  name: 'take-slots',
  text: `INSERT INTO api.booking_slot (booking_id, assistant_id, period, hold_expires_at)
         SELECT $1, $2, tstzrange(s, e, '[)'), $3 FROM unnest($4::timestamptz[], $5::timestamptz[]) AS t(s, e) ORDER BY s
         ON CONFLICT DO NOTHING RETURNING (extract(epoch FROM lower(period)) * 1000)::float8 AS start`,
};

const firstTaken = {
  name: 'first-taken',
  text: `SELECT min(place)::int - 1 AS index
           FROM unnest($2::timestamptz[], $3::timestamptz[]) WITH ORDINALITY AS wanted(s, e, place)
          WHERE EXISTS (
            SELECT FROM api.calendar_slot taken
             WHERE taken.assistant_id = $1 AND taken.period && tstzrange(s, e, '[)')
               AND (taken.hold_expires_at IS NULL OR taken.hold_expires_at > $4))`,
};

const takenAround = {
  name: 'taken-around',
  text: `SELECT lower(period) AS start, upper(period) AS end FROM api.calendar_slot
          WHERE assistant_id = $1 AND (hold_expires_at IS NULL OR hold_expires_at > $4)
            AND period && tstzrange($2::timestamptz - make_interval(days => ${weekMarginDays}),
                                    $3::timestamptz + make_interval(days => ${weekMarginDays}))
          ORDER BY 1`,
};

const elsewhereBetween = {
  name: 'elsewhere-between',
  text: `SELECT lower(period) AS start, upper(period) AS end FROM api.outside_slot
          WHERE assistant_id = $1 AND period && tstzrange($2, $3) ORDER BY 1`,
};

const keepSlots = {
  name: 'keep-slots',
  text: `UPDATE api.booking_slot SET hold_expires_at = NULL WHERE booking_id = $1`,
};

/**
 * The taken time of assistants, one row per dated slot, over all businesses. An exclusion constraint keeps two slots of
 * one assistant from overlapping, whatever the code above it does.
 */
@Injectable()
export class BookedSlots {
  constructor(private readonly database: ApiDatabase) {}

  /**
   * Makes bookings of one assistant take turns, so that two series of slots can't wait for each other, and reads what is true
   * once it is this one's turn: the statement goes out right behind. Whoever comes too late learns it without waiting; a yes
   * may be outdated when the turn comes, and `take` has the last word.
   * @throws DomainError `booking.slot-taken` when any of the slots is taken already, with the name of the first one
   */
  lockCalendar<T>(wanted: WantedTime, read: (tx: Transaction) => Promise<T | undefined>): Promise<T> {
    const { assistantId, slots, now } = wanted;
    return this.inMarketplace(async (tx) => {
      const locked = tx.query(lockFreeCalendar, [assistantId, periodsOf(slots), now]);
      const [[calendar], found] = await Promise.all([locked, read(tx)]);
      if (calendar === undefined || found === undefined) throw slotTaken(await firstTakenOf(tx, wanted));
      return found;
    });
  }

  /**
   * What is taken of an assistant between two instants and in the weeks around, in order; lapsed holds don't count. Read
   * without a lock: it may be outdated when it is shown.
   */
  async takenAround(assistantId: string, span: { fromAt: string; toAt: string }, now: string): Promise<Slot[]> {
    const params = [assistantId, span.fromAt, span.toAt, now];
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<{ start: Date; end: Date }>(takenAround, params),
    );
    return rows.map(({ start, end }) => ({ startAt: start.toISOString(), endAt: end.toISOString() }));
  }

  /** When an assistant is busy outside of the marketplace: for free time to leave it out, and for nobody to see. */
  async elsewhereBetween(assistantId: string, span: { fromAt: string; toAt: string }): Promise<Slot[]> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<{ start: Date; end: Date }>(elsewhereBetween, [assistantId, span.fromAt, span.toAt]),
    );
    return rows.map(({ start, end }) => ({ startAt: start.toISOString(), endAt: end.toISOString() }));
  }

  /** Takes the turn alone, for whoever has to give time back before they look: it is in their own way until then. */
  lockOwnCalendar(assistantId: string): Promise<void> {
    return this.inMarketplace(async (tx) => {
      await tx.query(lockCalendar, [assistantId]);
    });
  }

  /** @throws DomainError `booking.slot-taken` when any of the slots overlaps taken time, with the name of the first one */
  take({ bookingId, assistantId, slots, holdExpiresAt }: TakenTime): Promise<void> {
    return this.inMarketplace(async (tx) => {
      const [starts, ends] = bounds(slots);
      const params = [bookingId, assistantId, holdExpiresAt, starts, ends];
      const taken = await tx.query<{ start: number }>(takeSlots, params);
      if (taken.length === slots.length) return;
      const own = new Set(taken.map(({ start }) => start));
      throw slotTaken(slots.find(({ startAt }) => !own.has(Date.parse(startAt))));
    });
  }

  /** A confirmed booking's time never lapses. */
  keep(bookingId: string): Promise<void> {
    return this.inMarketplace(async (tx) => {
      await tx.execute(keepSlots, [bookingId]);
    });
  }

  /** Gives time back: the given slots of a booking, or all of them. */
  giveBack(bookingId: string, slots: readonly Slot[] | 'all'): Promise<void> {
    return this.inMarketplace(async (tx) => {
      if (slots === 'all') {
        await tx.execute(`DELETE FROM api.booking_slot WHERE booking_id = $1`, [bookingId]);
        return;
      }
      const [starts] = bounds(slots);
      await tx.execute(
        `DELETE FROM api.booking_slot WHERE booking_id = $1 AND lower(period) = ANY ($2::timestamptz[])`,
        [bookingId, starts],
      );
    });
  }

  /** Bookings whose hold has lapsed, oldest first. */
  nextLapsed(now: string, limit: number): Promise<string[]> {
    return this.inMarketplace(async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `SELECT id FROM api.booking WHERE status = 'held' AND hold_expires_at <= $1 ORDER BY hold_expires_at LIMIT $2`,
        [now, limit],
      );
      return rows.map(({ id }) => id);
    });
  }

  // The calendar belongs to the agency and is shared by all its clients: none of them may see it, all have to heed it.
  private inMarketplace<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction(marketplace, work);
  }
}

/** Which it is needs no look where there is one. */
async function firstTakenOf(tx: Transaction, { assistantId, slots, now }: WantedTime): Promise<AskedSlot | undefined> {
  if (slots.length === 1) return slots[0];
  const [found] = await tx.query<{ index: number | null }>(firstTaken, [assistantId, ...bounds(slots), now]);
  return slots[found?.index ?? 0];
}

export const slotTaken = (slot: AskedSlot | undefined): DomainError =>
  new DomainError('booking.slot-taken', { at: slot?.at, which: slot?.which });

/** Their starts and their ends. */
export const bounds = (slots: readonly Slot[]): [string[], string[]] => [
  slots.map(({ startAt }) => startAt),
  slots.map(({ endAt }) => endAt),
];

/** The slots as one value of type tstzmultirange. They don't overlap; those that touch become one, which covers the same. */
export const periodsOf = (slots: readonly Slot[]): string =>
  `{${slots.map(({ startAt, endAt }) => `[${startAt},${endAt})`).join(',')}}`;
