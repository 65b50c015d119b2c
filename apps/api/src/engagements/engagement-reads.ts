import { type Actor, scopeOf } from '#access';
import type {
  AllDutyRunsQueryDto,
  AssistantScorecardDto,
  DutyRunDto,
  DutyRunPageDto,
  DutyRunQueryDto,
  EngagementDto,
  EngagementPageDto,
  ScorecardDto,
} from '#contracts';
import { demand, type DutyRun, type Engagement, scorecardOfTallies } from '#domain';
import type { KeptState, Versioned } from '#platform/database';
import { byId, type PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { spanOfQuery } from '../query-time.js';
import { bothWays, type Condition, sortedPage } from '../sorted-list.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import { assistantScopeOf, demandWithinScope } from '../work-records/assistant-scope.js';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { AbsenceStore } from '../work-records/absence.store.js';
import { DutyRunStore, dutyRunStates } from '../work-records/duty-run.store.js';
import { engagementStates } from '../work-records/engagement.store.js';
import { RunTallies } from '../work-records/run-tallies.js';
import { assistantScorecardDto, dutyRunDto, engagementDto, scorecardDto } from './engagement.dto-mapping.js';

const yearMs = 365 * 86_400_000;
const runSorts = bothWays('starts', 'starts_at', 'timestamptz');
const allRunSorts = bothWays('due', 'due_at', 'timestamptz');

/** The organisation whose engagements are read; null for the marketplace, which reads all. */
const partyOf = (actor: Actor): string | null =>
  actor.organisationKind === 'marketplace' ? null : actor.organisationId;

/** $1 is the organisation or null for the marketplace, $2 the assistant to whose work the actor is bound or null. */
const seen = `($1::uuid IS NULL OR $1 IN (record.business_id, record.agency_id))
  AND ($2::text IS NULL OR record.assistant_id::text = $2)`;
const engagements = `SELECT record.id, record.version, record.state, term.ends_on AS "endsOn"
  FROM api.engagement record JOIN api.engagement_term term ON term.engagement_id = record.id WHERE ${seen}`;

/** What the two sides, and the assistant herself, read of engagements. */
@Injectable()
export class EngagementReads {
  constructor(
    private readonly database: ApiDatabase,
    private readonly runs: DutyRunStore,
    private readonly tallies: RunTallies,
    private readonly absences: AbsenceStore,
    private readonly catalogue: DutyCatalogue,
    private readonly assistants: AssistantStore,
  ) {}

  /** Oldest first. */
  page(actor: Actor, page: PageRequest): Promise<EngagementPageDto> {
    const sql = `${engagements} AND ($3::uuid IS NULL OR record.id > $3) ORDER BY record.id LIMIT $4`;
    return byId.page(
      page,
      (after, limit) => this.query<EngagementRead>(actor, sql, [after?.id ?? null, limit]),
      engagementRead,
    );
  }

  /** @throws DomainError `engagement.not-found` */
  async one(actor: Actor, id: string): Promise<EngagementDto> {
    const [row] = await this.query<EngagementRead>(actor, `${engagements} AND record.id = $3`, [id]);
    demand(row !== undefined, 'engagement.not-found');
    return engagementRead(row);
  }

  /** In the order in which they open, unless asked otherwise. @throws DomainError `engagement.not-found`, `time.…` */
  async runsPage(
    actor: Actor,
    engagementId: string,
    { status, sort = 'starts', ...time }: DutyRunQueryDto,
    page: PageRequest,
    now: string,
  ): Promise<DutyRunPageDto> {
    const { from, to } = spanOfQuery(time);
    await this.one(actor, engagementId);
    const absences = await this.absences.timeOfEngagement(engagementId);
    const party = partyOf(actor);
    const conditions: Condition[] = [
      ['? IN (business_id, agency_id)', party ?? undefined],
      ['assistant_id::text = ?', assistantScopeOf(actor) ?? undefined],
      ['engagement_id = ?', engagementId],
      ['status = ?', status],
      ['starts_at >= ?', from],
      ['starts_at < ?', to],
    ];
    const list = { columns: 'id, version, state', from: 'api.duty_run', id: 'id', conditions, sorts: runSorts, sort };
    return this.database.read(scopeOf(actor), (tx) =>
      sortedPage<RunRead, DutyRunDto>(
        (sql, params) => tx.query(sql, [...params]),
        list,
        page,
        ({ state, version }) => dutyRunDto({ state: dutyRunStates.open(state), version }, absences, now),
      ),
    );
  }

  /** Of all engagements that are seen, in the order in which they are due, unless asked otherwise. @throws DomainError `time.…` */
  async allRunsPage(
    actor: Actor,
    { status, assistantId, sort = 'due', ...time }: AllDutyRunsQueryDto,
    request: PageRequest,
    now: string,
  ): Promise<DutyRunPageDto> {
    const { from, to } = spanOfQuery(time);
    const party = partyOf(actor);
    const conditions: Condition[] = [
      // Each by itself, so that its index is used.
      ...(party === null ? [] : [[`${actor.organisationKind}_id = ?`, party] as const]),
      ['assistant_id::text = ?', assistantScopeOf(actor) ?? undefined],
      ['assistant_id = ?', assistantId],
      ['status = ?', status],
      ['starts_at >= ?', from],
      ['starts_at < ?', to],
    ];
    const columns = 'id, version, engagement_id AS "engagementId", state';
    const list = { columns, from: 'api.duty_run', id: 'id', conditions, sorts: allRunSorts, sort };
    const page = await this.database.read(scopeOf(actor), (tx) =>
      sortedPage<RunRead & { engagementId: string }, RunRead & { engagementId: string }>(
        (sql, params) => tx.query(sql, [...params]),
        list,
        request,
        (row) => row,
      ),
    );
    const absences = await this.absences.timeOfEngagements(page.items.map(({ engagementId }) => engagementId));
    const items = page.items.map(({ engagementId, state, version }) =>
      dutyRunDto({ state: dutyRunStates.open(state), version }, absences.get(engagementId) ?? [], now),
    );
    return { ...page, items };
  }

  /** @throws DomainError `duty-run.not-found` */
  async run(actor: Actor, engagementId: string, runId: string, now: string): Promise<DutyRunDto> {
    return this.asRead(await this.runs.loadOf(actor, engagementId, runId), now);
  }

  /** A run as it is shown. */
  async asRead(run: Versioned<DutyRun>, now: string): Promise<DutyRunDto> {
    return dutyRunDto(run, await this.absences.timeOfEngagement(run.state.agreementId), now);
  }

  async scorecard(actor: Actor, engagementId: string, now: string): Promise<ScorecardDto> {
    await this.one(actor, engagementId);
    const absences = await this.absences.timeOfEngagement(engagementId);
    const counted = { absences, now, unitMinutes: this.unitMinutes };
    const tallies = await this.tallies.of(scopeOf(actor), { engagementId }, counted);
    return scorecardDto(engagementId, scorecardOfTallies(tallies));
  }

  /** Of the last year. @throws DomainError `assistant.not-found`, also for one who asks for a colleague's */
  async assistantScorecard(actor: Actor, assistantId: string, now: string): Promise<AssistantScorecardDto> {
    const scope = scopeOf(actor);
    const { state: assistant } = await this.assistants.load(scope, assistantId);
    demandWithinScope(actor, assistant, 'assistant.not-found');
    const since = new Date(Date.parse(now) - yearMs).toISOString();
    const absences = await this.absences.timeOfAssistant(assistantId, since);
    const counted = { absences, now, unitMinutes: this.unitMinutes };
    const tallies = await this.tallies.of(scope, { assistantId, since }, counted);
    const many = await this.tallies.engagements(scope, assistantId, since);
    return assistantScorecardDto(assistantId, many, scorecardOfTallies(tallies));
  }

  private readonly unitMinutes = (dutyCode: string): number | undefined =>
    this.catalogue.duty(dutyCode)?.indicativeMinutes;

  private query<Row>(actor: Actor, sql: string, params: readonly unknown[]): Promise<Row[]> {
    return this.database.transaction(scopeOf(actor), (tx) =>
      tx.query<Row>(sql, [partyOf(actor), assistantScopeOf(actor), ...params]),
    );
  }
}

interface EngagementRead {
  readonly id: string;
  readonly version: number;
  readonly state: KeptState<Engagement>;
  readonly endsOn: string;
}

const engagementRead = ({ state, ...read }: EngagementRead): EngagementDto =>
  engagementDto({ ...read, state: engagementStates.open(state) });

interface RunRead {
  readonly id: string;
  readonly version: number;
  readonly state: KeptState<DutyRun>;
}
