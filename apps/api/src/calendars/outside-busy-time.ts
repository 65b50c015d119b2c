import type { OutsideCalendar, Slot } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';

/** When calendars elsewhere say that assistants are busy. In the marketplace's scope: no organisation sees it. */
@Injectable()
export class OutsideBusyTime {
  async of(tx: Transaction, calendarId: string): Promise<Slot[]> {
    const rows = await tx.query<{ start: Date; end: Date }>(
      `SELECT lower(period) AS start, upper(period) AS end FROM api.outside_busy WHERE calendar_id = $1 ORDER BY 1`,
      [calendarId],
    );
    return rows.map(({ start, end }) => ({ startAt: start.toISOString(), endAt: end.toISOString() }));
  }

  async replace(
    tx: Transaction,
    { calendarId, agencyId, assistantId }: OutsideCalendar,
    busy: readonly Slot[],
  ): Promise<void> {
    await this.forget(tx, calendarId);
    await tx.execute(
      `INSERT INTO api.outside_busy (calendar_id, agency_id, assistant_id, period)
       SELECT $1, $2, $3, tstzrange(s, e, '[)') FROM unnest($4::timestamptz[], $5::timestamptz[]) AS t(s, e)`,
      [calendarId, agencyId, assistantId, busy.map(({ startAt }) => startAt), busy.map(({ endAt }) => endAt)],
    );
  }

  async forget(tx: Transaction, calendarId: string): Promise<void> {
    await tx.execute('DELETE FROM api.outside_busy WHERE calendar_id = $1', [calendarId]);
  }
}
