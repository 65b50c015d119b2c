import { marketplace } from '#access';
import { instantMs, instantOf, minuteMs, minutesToNextReading, type ReadingFailure } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** A calendar whose turn it is, and what is known of the last time. */
export interface DueCalendar {
  readonly calendarId: string;
  readonly etag: string | null;
  /** From when on it was last made out what it says; null where it never was. */
  readonly windowFrom: Date | null;
  /** By whose clock its whole days were made out. */
  readonly timeZone: string | null;
}

/** What a reading found, and by which question. */
export interface Found {
  readonly etag: string | null;
  readonly windowFrom: string;
  readonly timeZone: string;
  readonly busyTimes: number;
}

/** So long one process alone reads a calendar. */
const leaseMinutes = 3;

/** Which calendar is read when, and how the last time went. */
@Injectable()
export class CalendarReadings {
  private wake: () => void = () => undefined;

  constructor(private readonly database: ApiDatabase) {}

  /** Calls back when a calendar is due in this process before its time. */
  onDue(wake: () => void): void {
    this.wake = wake;
  }

  async open(tx: Transaction, calendarId: string, agencyId: string, now: string): Promise<void> {
    await tx.execute('INSERT INTO api.calendar_reading (calendar_id, agency_id, next_at) VALUES ($1, $2, $3)', [
      calendarId,
      agencyId,
      now,
    ]);
    tx.afterCommit(() => this.wake());
  }

  async close(tx: Transaction, calendarId: string): Promise<void> {
    await tx.execute('DELETE FROM api.calendar_reading WHERE calendar_id = $1', [calendarId]);
  }

  /** Reads it next; one that is being read, or was a minute ago, is left in peace. */
  async hurry(scope: Scope, calendarId: string, now: string): Promise<void> {
    const aMinuteAgo = instantOf(instantMs(now) - minuteMs);
    await this.database.transaction(scope, async (tx) => {
      await tx.execute(
        `UPDATE api.calendar_reading SET next_at = $2
          WHERE calendar_id = $1 AND next_at > $2::timestamptz + make_interval(mins => ${leaseMinutes})
            AND (last_read_at IS NULL OR last_read_at < $3)`,
        [calendarId, now, aMinuteAgo],
      );
      tx.afterCommit(() => this.wake());
    });
  }

  /** Takes those that are due, the longest due first, for one process to read. */
  claim(atMost: number, now: string): Promise<DueCalendar[]> {
    return this.database.transaction(marketplace, (tx) =>
      tx.query<DueCalendar>(
        `UPDATE api.calendar_reading SET next_at = $1::timestamptz + make_interval(mins => ${leaseMinutes})
          WHERE calendar_id IN (SELECT calendar_id FROM api.calendar_reading WHERE next_at <= $1
                                 ORDER BY next_at LIMIT $2 FOR UPDATE SKIP LOCKED)
         RETURNING calendar_id AS "calendarId", etag, window_from AS "windowFrom", time_zone AS "timeZone"`,
        [now, atMost],
      ),
    );
  }

  async succeeded(
    tx: Transaction,
    calendarId: string,
    { etag, windowFrom, timeZone, busyTimes }: Found,
    now: string,
  ): Promise<void> {
    const nextAt = instantOf(instantMs(now) + minutesToNextReading(0) * minuteMs);
    await tx.execute(
      `UPDATE api.calendar_reading SET next_at = $2, last_read_at = $3, failures = 0, failing_since = NULL, failure = NULL,
              etag = $4, window_from = $5, busy_times = $6, time_zone = $7 WHERE calendar_id = $1`,
      [calendarId, nextAt, now, etag, windowFrom, busyTimes, timeZone],
    );
  }

  /** It says what it said. */
  async unchanged(calendarId: string, now: string): Promise<void> {
    const nextAt = instantOf(instantMs(now) + minutesToNextReading(0) * minuteMs);
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `UPDATE api.calendar_reading SET next_at = $2, last_read_at = $3, failures = 0, failing_since = NULL, failure = NULL
          WHERE calendar_id = $1`,
        [calendarId, nextAt, now],
      ),
    );
  }

  /** Since when it has been failing; null where it is read no more. */
  async failed(tx: Transaction, calendarId: string, failure: ReadingFailure, now: string): Promise<string | null> {
    const [found] = await tx.query<{ failures: number; failingSince: Date }>(
      `UPDATE api.calendar_reading SET failures = failures + 1, failing_since = coalesce(failing_since, $2), failure = $3
        WHERE calendar_id = $1 RETURNING failures, failing_since AS "failingSince"`,
      [calendarId, now, failure],
    );
    if (found === undefined) return null;
    const nextAt = instantOf(instantMs(now) + minutesToNextReading(found.failures) * minuteMs);
    await tx.execute('UPDATE api.calendar_reading SET next_at = $2 WHERE calendar_id = $1', [calendarId, nextAt]);
    return found.failingSince.toISOString();
  }
}
