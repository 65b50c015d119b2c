import { type Booking, DomainError, type Slot } from '#domain';
import type { Database, Transaction } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';

interface SlotRow {
  readonly startAt: Date;
  readonly endAt: Date;
}

/** The slots of parameters 3 and 4 as ranges. */
const ranges = 'SELECT tstzrange(s, e) FROM unnest($3::timestamptz[], $4::timestamptz[]) AS t(s, e)';

const slotOf = ({ startAt, endAt }: SlotRow): Slot => ({ startAt: startAt.toISOString(), endAt: endAt.toISOString() });

/** Days around new slots in which others matter, because capacity is counted in whole weeks. */
const weekMarginDays = 8;

/**
 * The taken time of assistants, one row per dated slot, over all businesses. An exclusion constraint keeps two slots of
 * one assistant from overlapping, whatever the code above it does.
 */
@Injectable()
export class BookedSlots {
  constructor(@Inject(apiDatabase) private readonly database: Database) {}

  /** Makes bookings of one assistant take turns, so that two series of slots can't wait for each other. */
  lockCalendar(assistantId: string): Promise<void> {
    return this.inMarketplace(async (tx) => {
      await tx.query(`SELECT 1 FROM api.assistant_calendar WHERE assistant_id = $1 FOR UPDATE`, [assistantId]);
    });
  }

  /** Whether any of the slots overlaps taken time at this moment; only whoever holds the calendar's lock can rely on a no. */
  areTaken(assistantId: string, slots: readonly Slot[], now: string): Promise<boolean> {
    return this.inMarketplace(async (tx) => {
      const taken = await tx.query(
        `SELECT 1 FROM api.booking_slot
          WHERE assistant_id = $1 AND (hold_expires_at IS NULL OR hold_expires_at > $2) AND period && ANY (${ranges}) LIMIT 1`,
        [assistantId, now, ...bounds(slots)],
      );
      return taken.length > 0;
    });
  }

  /** Bookings whose hold has lapsed and that still occupy time which the slots touch. */
  lapsedHolds(assistantId: string, slots: readonly Slot[], now: string): Promise<string[]> {
    return this.inMarketplace(async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `SELECT DISTINCT booking_id AS id FROM api.booking_slot
          WHERE assistant_id = $1 AND hold_expires_at <= $2
            AND period && ANY (${ranges})
          ORDER BY id`,
        [assistantId, now, ...bounds(slots)],
      );
      return rows.map(({ id }) => id);
    });
  }

  /** What is taken of the assistant in the weeks of the slots; lapsed holds don't count. */
  busyAround(assistantId: string, slots: readonly Slot[], now: string): Promise<Slot[]> {
    return this.inMarketplace(async (tx) => {
      const rows = await tx.query<SlotRow>(
        `SELECT lower(period) AS "startAt", upper(period) AS "endAt" FROM api.booking_slot
          WHERE assistant_id = $1 AND (hold_expires_at IS NULL OR hold_expires_at > $2)
            AND period && tstzrange(
              (SELECT min(s) FROM unnest($3::timestamptz[]) AS s) - make_interval(days => ${weekMarginDays}),
              (SELECT max(e) FROM unnest($4::timestamptz[]) AS e) + make_interval(days => ${weekMarginDays}))
          ORDER BY lower(period)`,
        [assistantId, now, ...bounds(slots)],
      );
      return rows.map(slotOf);
    });
  }

  /** @throws DomainError `booking.slot-taken` when any of the slots overlaps taken time */
  take(booking: Booking & { readonly status: 'held' }): Promise<void> {
    return this.inMarketplace(async (tx) => {
      const taken = await tx.query(
        `INSERT INTO api.booking_slot (booking_id, assistant_id, period, hold_expires_at)
         SELECT $1, $2, tstzrange(s, e, '[)'), $3 FROM unnest($4::timestamptz[], $5::timestamptz[]) AS t(s, e) ORDER BY s
         ON CONFLICT DO NOTHING RETURNING booking_id`,
        [booking.bookingId, booking.assistantId, booking.holdExpiresAt, ...bounds(booking.slots)],
      );
      if (taken.length < booking.slots.length) throw new DomainError('booking.slot-taken');
    });
  }

  /** A confirmed booking's time never lapses. */
  keep(bookingId: string): Promise<void> {
    return this.inMarketplace(async (tx) => {
      await tx.execute(`UPDATE api.booking_slot SET hold_expires_at = NULL WHERE booking_id = $1`, [bookingId]);
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
    return this.database.transaction({ kind: 'marketplace' }, work);
  }
}

const bounds = (slots: readonly Slot[]): [string[], string[]] => [
  slots.map(({ startAt }) => startAt),
  slots.map(({ endAt }) => endAt),
];
