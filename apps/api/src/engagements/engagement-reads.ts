import { type Actor, scopeOf } from '#access';
import type { DutyRunDto, DutyRunPageDto, EngagementDto, EngagementPageDto, ScorecardDto } from '#contracts';
import { demand, type DutyRun, type Engagement, scorecardOf } from '#domain';
import type { Database, Transaction, Versioned } from '#platform/database';
import { decodeCursor, encodeCursor, pageOf, type PageRequest } from '#platform/http';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';
import { assistantScopeOf } from '../work-records/assistant-scope.js';
import { DutyRunStore } from '../work-records/duty-run.store.js';
import { dutyRunDto, engagementDto, scorecardDto } from './engagement.dto-mapping.js';

interface EngagementRead extends Versioned<Engagement> {
  readonly endsOn: string;
}
interface RunRead extends Versioned<DutyRun> {
  readonly id: string;
  readonly startsAt: Date;
}

const engagementColumns = 'version, state, ends_on AS "endsOn"';
/** $1 is the organisation or null for the marketplace, $2 the assistant to whose work the actor is bound or null. */
const seen = '($1::uuid IS NULL OR $1 IN (business_id, agency_id)) AND ($2::text IS NULL OR assistant_id::text = $2)';

/** What the two sides, and the assistant herself, read of engagements. */
@Injectable()
export class EngagementReads {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly runs: DutyRunStore,
  ) {}

  /** Oldest first. */
  async page(actor: Actor, page: PageRequest): Promise<EngagementPageDto> {
    const after = page.after === null ? null : decodeCursor<{ id: string }>(page.after, { id: 'uuid' }).id;
    const rows = await this.query<EngagementRead>(
      actor,
      `SELECT ${engagementColumns} FROM api.engagement WHERE ${seen} AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT $4`,
      [after, page.limit + 1],
    );
    return pageOf(rows, page.limit, engagementDto, ({ state }) => encodeCursor({ id: state.engagementId }));
  }

  /** @throws DomainError `engagement.not-found` */
  async one(actor: Actor, id: string): Promise<EngagementDto> {
    const [row] = await this.query<EngagementRead>(
      actor,
      `SELECT ${engagementColumns} FROM api.engagement WHERE ${seen} AND id = $3`,
      [id],
    );
    demand(row !== undefined, 'engagement.not-found');
    return engagementDto(row);
  }

  /** In the order in which they open. */
  async runsPage(
    actor: Actor,
    engagementId: string,
    status: DutyRun['status'] | undefined,
    page: PageRequest,
  ): Promise<DutyRunPageDto> {
    await this.one(actor, engagementId);
    const shape = { startsAt: 'string', id: 'uuid' } as const;
    const after = page.after === null ? null : decodeCursor<{ startsAt: string; id: string }>(page.after, shape);
    const rows = await this.query<RunRead>(
      actor,
      `SELECT id, version, state, starts_at AS "startsAt" FROM api.duty_run
        WHERE ${seen} AND engagement_id = $3 AND ($4::text IS NULL OR status = $4)
          AND ($5::timestamptz IS NULL OR (starts_at, id) > ($5, $6::uuid))
        ORDER BY starts_at, id LIMIT $7`,
      [engagementId, status ?? null, after?.startsAt ?? null, after?.id ?? null, page.limit + 1],
    );
    return pageOf(rows, page.limit, dutyRunDto, ({ startsAt, id }) =>
      encodeCursor({ startsAt: startsAt.toISOString(), id }),
    );
  }

  /** @throws DomainError `duty-run.not-found` */
  async run(actor: Actor, engagementId: string, runId: string): Promise<DutyRunDto> {
    return dutyRunDto(await this.runs.loadOf(actor, engagementId, runId));
  }

  async scorecard(actor: Actor, engagementId: string, now: string): Promise<ScorecardDto> {
    await this.one(actor, engagementId);
    const runs = await this.runs.ofEngagement(scopeOf(actor), engagementId);
    return scorecardDto(engagementId, scorecardOf(runs, now));
  }

  private query<Row>(actor: Actor, sql: string, params: readonly unknown[]): Promise<Row[]> {
    const party = actor.organisationKind === 'marketplace' ? null : actor.organisationId;
    return this.database.transaction(scopeOf(actor), (tx: Transaction) =>
      tx.query<Row>(sql, [party, assistantScopeOf(actor), ...params]),
    );
  }
}
