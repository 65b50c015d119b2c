import type { OutsideCalendarDto } from '#contracts';
import { DomainError, evolveOutsideCalendar, type OutsideCalendar, type OutsideCalendarFact } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { outsideCalendarEvent } from './outside-calendar.events.js';
import { OutsideCalendarRow } from './outside-calendar.row.js';

/** How reading a calendar stands. */
interface ReadingFigures {
  readonly lastReadAt: Date | null;
  readonly failingSince: Date | null;
  readonly failure: string | null;
  readonly busyTimes: number;
}
type FoundCalendar = Readonly<Record<string, unknown>> & ReadingFigures & { readonly version: number };

@Injectable()
export class OutsideCalendarStore extends StateStore<OutsideCalendar, OutsideCalendarFact, OutsideCalendarRow> {
  protected readonly kind = {
    noun: 'outside-calendar',
    row: OutsideCalendarRow,
    evolve: evolveOutsideCalendar,
    toEvent: outsideCalendarEvent,
  };
  protected override readonly owners = ['agencyId'] as const;

  /** How many the assistant has; whoever links one more waits for whoever is about to. */
  async countLocked(tx: Transaction, assistantId: string): Promise<number> {
    await tx.takeTurn(`calendars of ${assistantId}`);
    return tx.count(`api.outside_calendar WHERE assistant_id = $1 AND status <> 'unlinked'`, [assistantId]);
  }

  /** @throws DomainError `outside-calendar.not-found`, also for one that was unlinked */
  async shown(scope: Scope, id: string): Promise<OutsideCalendarDto> {
    const [found] = await this.find(scope, 'id = $1', [id]);
    if (found === undefined) throw new DomainError('outside-calendar.not-found');
    return found;
  }

  /** Those of an agency, or of one of its assistants, oldest first. */
  list(scope: Scope, agencyId: string, assistantId: string | null): Promise<OutsideCalendarDto[]> {
    return this.find(scope, 'agency_id = $1 AND ($2::uuid IS NULL OR assistant_id = $2)', [agencyId, assistantId]);
  }

  private async find(scope: Scope, condition: string, params: unknown[]): Promise<OutsideCalendarDto[]> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<FoundCalendar>(
        `SELECT ${this.columns}, last_read_at AS "lastReadAt", failing_since AS "failingSince", failure,
                busy_times AS "busyTimes"
           FROM api.outside_calendar
           JOIN (SELECT calendar_id, last_read_at, failing_since, failure, busy_times FROM api.calendar_reading) AS reading
             ON calendar_id = id
          WHERE status <> 'unlinked' AND ${condition} ORDER BY id LIMIT 500`,
        params,
      ),
    );
    return rows.map((row) => outsideCalendarDto(this.stateOf(row), row));
  }

  protected columnsOf(calendar: OutsideCalendar): ColumnsOf<OutsideCalendarRow> {
    const { agencyId, assistantId, status } = calendar;
    return { agencyId, assistantId, status };
  }
}

function outsideCalendarDto(calendar: OutsideCalendar, found: FoundCalendar): OutsideCalendarDto {
  if (calendar.status === 'unlinked') throw new DomainError('outside-calendar.not-found');
  return {
    id: calendar.calendarId,
    assistantId: calendar.assistantId,
    name: calendar.name,
    host: new URL(calendar.address).host,
    status: calendar.status,
    linkedAt: calendar.linkedAt,
    lastReadAt: found.lastReadAt?.toISOString() ?? null,
    failingSince: found.failingSince?.toISOString() ?? null,
    failure: found.failure,
    busyTimes: found.busyTimes,
    version: found.version,
  };
}
