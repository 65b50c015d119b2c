import type { OutsideCalendarDto } from '#contracts';
import { DomainError, evolveOutsideCalendar, type OutsideCalendar, type OutsideCalendarFact } from '#domain';
import { type Scope, StateSchema, type Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiStore } from '../api-store.js';
import { outsideCalendarEvent } from './outside-calendar.events.js';
import { OutsideCalendarRow } from './outside-calendar.row.js';

const states = new StateSchema<OutsideCalendar>('outside calendar');

/** How reading a calendar stands. */
interface ReadingFigures {
  readonly lastReadAt: Date | null;
  readonly failingSince: Date | null;
  readonly failure: string | null;
  readonly busyTimes: number;
}
type FoundCalendar = Readonly<Record<string, unknown>> & ReadingFigures & { readonly version: number };

@Injectable()
export class OutsideCalendarStore extends ApiStore<OutsideCalendar, OutsideCalendarFact, OutsideCalendarRow> {
  protected readonly kind = {
    noun: 'outside-calendar',
    row: OutsideCalendarRow,
    evolve: evolveOutsideCalendar,
    toEvent: outsideCalendarEvent,
  };
  protected override readonly owners = ['agencyId'] as const;

  /** How many the assistant has; whoever links one more waits for whoever is about to. */
  async countLocked(tx: Transaction, assistantId: string): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('calendars of ' || $1, 0))`, [assistantId]);
    const [found] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM api.outside_calendar WHERE assistant_id = $1 AND status <> 'unlinked'`,
      [assistantId],
    );
    return found?.count ?? 0;
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

  protected toState(row: OutsideCalendarRow): OutsideCalendar {
    return states.open(row.state);
  }

  protected toRow(calendar: OutsideCalendar): Omit<OutsideCalendarRow, 'id' | 'version'> {
    const { agencyId, assistantId, status } = calendar;
    return { agencyId, assistantId, status, state: states.keep(calendar) };
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
