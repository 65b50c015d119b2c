import { type Actor, marketplace, scopeOf } from '#access';
import type { TimeEntryQueryDto } from '#contracts';
import {
  type AcceptedEntry,
  type CountedMinutes,
  countedMinutesOf,
  demand,
  evolveTimeEntry,
  type HoursOfPeriod,
  type TimeEntry,
  type TimeEntryFact,
} from '#domain';
import type { Scope, Versioned } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { HourPacks } from '../hour-packs/hour-packs.js';
import { partiesOf } from '../parties-of.js';
import { spanOfQuery } from '../query-time.js';
import { bothWays, type Condition, type CountedPage } from '../sorted-list.js';
import type { ColumnsOf } from '../state-store.js';
import { assistantScopeOf } from '../work-records/assistant-scope.js';
import { WorkStore } from '../work-records/work.store.js';
import { timeEntryEvent } from './time-entry.events.js';
import { TimeEntryRow } from './time-entry.row.js';

const sorts = bothWays('started', 'started_at', 'timestamptz');

@Injectable()
export class TimeEntryStore extends WorkStore<TimeEntry, TimeEntryFact, TimeEntryRow> {
  protected readonly kind = { noun: 'time-entry', row: TimeEntryRow, evolve: evolveTimeEntry, toEvent: timeEntryEvent };

  constructor(
    database: ApiDatabase,
    private readonly packs: HourPacks,
  ) {
    super(database);
  }

  /** Those of the actor's organisation that began in the time that is asked for. @throws DomainError `time.…` */
  list<Item>(
    actor: Actor,
    { engagementId, status, sort = 'started', ...time }: TimeEntryQueryDto,
    request: PageRequest,
    toItem: (one: Versioned<TimeEntry>) => Item,
  ): Promise<CountedPage<Item>> {
    const { from, to } = spanOfQuery(time);
    const conditions: Condition[] = [
      ['assistant_id::text = ?', assistantScopeOf(actor) ?? undefined],
      ['engagement_id = ?', engagementId],
      ['status = ?', status],
      ['started_at >= ?', from],
      ['started_at < ?', to],
    ];
    return this.sortedPage(scopeOf(actor), { from: 'api.time_entry', conditions, sorts, sort }, request, toItem);
  }

  /** What other entries of the line take of its period. */
  async countedIn(scope: Scope, engagementId: string, hours: HoursOfPeriod, exceptId: string): Promise<CountedMinutes> {
    const [counted] = await this.database.transaction(scope, (tx) =>
      tx.query<CountedMinutes>(
        `SELECT coalesce(sum(counted_minutes) FILTER (WHERE status = 'recorded'), 0)::int AS recorded,
                coalesce(sum(counted_minutes) FILTER (WHERE status = 'accepted'), 0)::int AS accepted
           FROM api.time_entry
          WHERE engagement_id = $1 AND line_id = $2 AND started_at >= $3 AND started_at < $4 AND id <> $5`,
        [engagementId, hours.lineId, hours.startsAt, hours.endsAt, exceptId],
      ),
    );
    return counted ?? { recorded: 0, accepted: 0 };
  }

  /** What others take of the hours under which an entry was recorded. */
  async countedBeside(scope: Scope, entry: TimeEntry): Promise<CountedMinutes> {
    if (!('hours' in entry)) return { recorded: 0, accepted: 0 };
    const packed = await this.packs.countedBeside(scope, entry);
    return packed ?? this.countedIn(scope, entry.agreementId, entry.hours, entry.timeEntryId);
  }

  /**
   * An assistant does one thing at a time, whoever it is for. Who comes at the very same moment is refused by the table.
   * @param until null for a timer, which may run on
   * @throws DomainError `time-entry.overlaps`
   */
  async demandFree(scope: Scope, { timeEntryId, assistantId }: TimeEntry, from: string, until: string | null) {
    const found = await this.database.transaction(scope, (tx) =>
      tx.query(
        `SELECT FROM api.time_entry
          WHERE assistant_id = $1 AND id <> $2 AND status <> 'discarded'
            AND tstzrange(started_at, ended_at) && tstzrange($3::timestamptz, $4::timestamptz) LIMIT 1`,
        [assistantId, timeEntryId, from, until],
      ),
    );
    demand(found.length === 0, 'time-entry.overlaps', { at: ['startedAt'] });
  }

  /** Accepted time that is charged, on no invoice and not in dispute, locked until the caller's transaction is over. */
  async toInvoice(scope: Scope, engagementId: string): Promise<AcceptedEntry[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<Pick<TimeEntryRow, 'state'>>(
        `SELECT state FROM api.time_entry
          WHERE engagement_id = $1 AND status = 'accepted' AND invoice_id IS NULL AND dispute_id IS NULL AND NOT from_pack
          ORDER BY id FOR UPDATE`,
        [engagementId],
      ),
    );
    return rows.map(({ state }) => this.open(state)).filter((entry) => entry.status === 'accepted');
  }

  /** Entries about which the business has been silent for long enough, the longest first. */
  async nextSilent(now: string, limit: number): Promise<{ id: string; engagementId: string }[]> {
    return this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string; engagementId: string }>(
        `SELECT id, engagement_id AS "engagementId" FROM api.time_entry
          WHERE status = 'recorded' AND silence_accepts_at <= $1 AND dispute_id IS NULL
          ORDER BY silence_accepts_at, id LIMIT $2`,
        [now, limit],
      ),
    );
  }

  protected columnsOf(entry: TimeEntry): ColumnsOf<TimeEntryRow> {
    return {
      engagementId: entry.agreementId,
      ...partiesOf(entry),
      status: entry.status,
      lineId: entry.lineId,
      startedAt: new Date(entry.startedAt),
      endedAt: 'endedAt' in entry ? new Date(entry.endedAt) : null,
      countedMinutes: countedMinutesOf(entry),
      fromPack: 'hours' in entry && entry.hours.pack !== undefined,
      silenceAcceptsAt: entry.status === 'recorded' ? new Date(entry.silenceAcceptsAt) : null,
      disputeId: entry.disputeId ?? null,
      invoiceId: entry.status === 'accepted' ? entry.invoiceId : null,
    };
  }
}
