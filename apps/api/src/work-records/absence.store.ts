import { type Actor, marketplace, scopeOf } from '#access';
import type { AbsenceQueryDto } from '#contracts';
import { type Absence, type AbsenceFact, type AbsentTime, type BusinessId, evolveAbsence, type Slot } from '#domain';
import type { Versioned } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { spanOfQuery } from '../query-time.js';
import { bothWays, type Condition, type CountedPage, sortedPage } from '../sorted-list.js';
import type { ColumnsOf } from '../state-store.js';
import { absenceEvent } from './absence.events.js';
import { AbsenceRow } from './absence.row.js';
import { assistantScopeOf } from './assistant-scope.js';
import { WorkStore } from './work.store.js';

const sorts = bothWays('starts', 'starts_at', 'timestamptz');

interface FoundRow {
  readonly id: string;
  readonly version: number;
  readonly state: AbsenceRow['state'];
}

/** Absences, which belong to the agency and are told to the businesses that they concern. */
@Injectable()
export class AbsenceStore extends WorkStore<Absence, AbsenceFact, AbsenceRow> {
  protected readonly kind = { noun: 'absence', row: AbsenceRow, evolve: evolveAbsence, toEvent: absenceEvent };

  /** Those of the agency's assistants, or that concern the business. @throws DomainError `time.…` */
  list<Item>(
    actor: Actor,
    { assistantId, status, sort = 'starts', ...time }: AbsenceQueryDto,
    request: PageRequest,
    toItem: (one: Versioned<Absence>) => Item,
  ): Promise<CountedPage<Item>> {
    const { from, to } = spanOfQuery(time);
    const { organisationId, organisationKind } = actor;
    const own: Condition[] =
      organisationKind === 'marketplace'
        ? []
        : [['agency_id = ? OR ? = ANY (business_ids)', organisationId, organisationId]];
    const conditions: Condition[] = [
      ...own,
      ['assistant_id::text = ?', assistantScopeOf(actor) ?? undefined],
      ['assistant_id = ?', assistantId],
      ['status = ?', status],
      ['ends_at IS NULL OR ends_at > ?', from],
      ['starts_at < ?', to],
    ];
    const list = { columns: 'id, version, state', from: 'api.absence', id: 'id', conditions, sorts, sort };
    return this.database.read(scopeOf(actor), (tx) =>
      sortedPage<FoundRow, Item>(
        (sql, params) => tx.query(sql, [...params]),
        list,
        request,
        ({ state, version }) => toItem({ state: this.open(state), version }),
      ),
    );
  }

  /** Of an assistant's absences those that are not over for long, whomever they concern. */
  ofAssistant(assistantId: string, now: string): Promise<Absence[]> {
    return this.found(
      `assistant_id = $1 AND status = 'reported' AND (ends_at IS NULL OR ends_at > $2::timestamptz - interval '31 days')`,
      [assistantId, now],
    );
  }

  /** All absences that concern an engagement, whoever of its assistants is away. Read as the marketplace: neither side sees all. */
  async ofEngagement(engagementId: string): Promise<Versioned<Absence>[]> {
    const rows = await this.rows(
      `status = 'reported' AND (agreement_id IS NULL OR agreement_id = $1) AND assistant_id IN (
         SELECT assistant_id FROM api.engagement WHERE id = $1
          UNION SELECT assistant_id FROM api.booking WHERE agreement_id = $1
          UNION SELECT assistant_id FROM api.duty_run WHERE engagement_id = $1)`,
      [engagementId],
    );
    return rows.map(({ state, version }) => ({ state: this.open(state), version }));
  }

  /** The same as time alone. */
  async timeOfEngagement(engagementId: string): Promise<AbsentTime[]> {
    return (await this.ofEngagement(engagementId)).map(({ state }) => state);
  }

  /** The same of several engagements at once; one that no absence concerns is not among them. */
  async timeOfEngagements(engagementIds: readonly string[]): Promise<ReadonlyMap<string, AbsentTime[]>> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ engagementId: string; state: AbsenceRow['state'] }>(
        `SELECT engagement.id AS "engagementId", absence.state
           FROM api.engagement JOIN api.absence ON absence.status = 'reported'
            AND (absence.agreement_id IS NULL OR absence.agreement_id = engagement.id) AND absence.assistant_id IN (
              SELECT engagement.assistant_id
               UNION SELECT assistant_id FROM api.booking WHERE agreement_id = engagement.id
               UNION SELECT assistant_id FROM api.duty_run WHERE engagement_id = engagement.id)
          WHERE engagement.id = ANY ($1::uuid[])`,
        [[...new Set(engagementIds)]],
      ),
    );
    const times = new Map<string, AbsentTime[]>();
    for (const { engagementId, state } of rows) {
      times.set(engagementId, [...(times.get(engagementId) ?? []), this.open(state)]);
    }
    return times;
  }

  /** Of an assistant's absences those that were not over at an instant, whomever they concern, as time alone. */
  timeOfAssistant(assistantId: string, since: string): Promise<AbsentTime[]> {
    return this.found(`assistant_id = $1 AND status = 'reported' AND (ends_at IS NULL OR ends_at > $2)`, [
      assistantId,
      since,
    ]);
  }

  /** For whom an assistant works at the moment. */
  async businessesOf(assistantId: string): Promise<BusinessId[]> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: BusinessId }>(
        `SELECT DISTINCT business_id AS id FROM api.engagement WHERE assistant_id = $1 AND status = 'active' ORDER BY 1`,
        [assistantId],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** Time that was recorded of an assistant's work since an instant: all of it, or that of one engagement. */
  async recordedSince(assistantId: string, since: string, engagementId: string | null): Promise<Slot[]> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ start: Date; end: Date }>(
        `SELECT started_at AS start, ended_at AS end FROM api.time_entry
          WHERE assistant_id = $1 AND ended_at > $2 AND ($3::uuid IS NULL OR engagement_id = $3)`,
        [assistantId, since, engagementId],
      ),
    );
    return rows.map(({ start, end }) => ({ startAt: start.toISOString(), endAt: end.toISOString() }));
  }

  private async found(condition: string, params: readonly unknown[]): Promise<Absence[]> {
    return (await this.rows(condition, params)).map(({ state }) => this.open(state));
  }

  private rows(condition: string, params: readonly unknown[]): Promise<FoundRow[]> {
    return this.database.transaction(marketplace, (tx) =>
      tx.query<FoundRow>(
        `SELECT id, version, state FROM api.absence WHERE ${condition} ORDER BY starts_at, id LIMIT 1000`,
        [...params],
      ),
    );
  }

  protected columnsOf(absence: Absence): ColumnsOf<AbsenceRow> {
    const { agencyId, assistantId, agreementId, businessIds, status, startsAt, endsAt } = absence;
    return {
      agencyId,
      assistantId,
      agreementId,
      businessIds: [...businessIds],
      status,
      startsAt: new Date(startsAt),
      endsAt: endsAt === null ? null : new Date(endsAt),
    };
  }
}
