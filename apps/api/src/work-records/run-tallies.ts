import { type AbsentTime, type RunTally, tallyOfRun, type UnitMinutes } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import type { DutyRunRow } from './duty-run.row.js';
import { dutyRunStates } from './duty-run.store.js';

/** Whose runs are counted. */
export type RunsCounted =
  | { readonly engagementId: string }
  | { readonly assistantId: string; /** When their periods began at the earliest. */ readonly since: string };

/** What one counts runs by. */
interface CountedBy {
  readonly absences: readonly AbsentTime[];
  readonly now: string;
  readonly unitMinutes: UnitMinutes;
}

interface TallyRow extends Omit<RunTally['counts'], 'plannedMinutes'> {
  readonly lineId: string;
  readonly month: string;
  readonly begun: boolean;
  readonly dutyCode: string;
  readonly units: number;
  /** Runs that are left to the domain. */
  readonly apart: number;
}

/**
 * Of a run what is counted, and whether it `counts` here: absences may change what is owed and when it is late, and what another
 * release kept may have other names, so that such runs are left to the domain.
 */
const runsOf = (condition: string): string => `
  SELECT run.id, run.engagement_id, run.line_id, run.status, run.starts_at, run.state, kept.*,
         kept."stateVersion" IS NOT DISTINCT FROM $2 AND NOT EXISTS (
           SELECT FROM unnest($3::timestamptz[], $4::timestamptz[]) AS away (starts_at, ends_at)
            WHERE away.starts_at < kept."dueAt" AND run.starts_at < coalesce(away.ends_at, 'infinity')) AS counts
    FROM api.duty_run run
   CROSS JOIN LATERAL jsonb_to_record(run.state) AS kept (
         "stateVersion" int, "dutyCode" text, "periodEndsOn" text, "dueAt" timestamptz, "firstDoneAt" timestamptz, minutes int,
         quantity int, "timesReturned" int, "bySilence" boolean, quality int)
   WHERE ${condition}`;

const countedRuns = (condition: string): string => `
  SELECT line_id AS "lineId", left("periodEndsOn", 7) AS month, starts_at <= $5::timestamptz AS begun, "dutyCode",
         count(*) FILTER (WHERE NOT counts)::int AS apart,
         count(*) FILTER (WHERE counts AND status <> 'cancelled')::int AS runs,
         count(*) FILTER (WHERE counts AND "firstDoneAt" IS NOT NULL)::int AS done,
         count(*) FILTER (WHERE counts AND "firstDoneAt" <= "dueAt")::int AS "doneOnTime",
         count(*) FILTER (WHERE counts AND status = 'scheduled' AND "dueAt" <= $5)::int AS overdue,
         count(*) FILTER (WHERE counts AND status = 'accepted')::int AS accepted,
         count(*) FILTER (WHERE counts AND status = 'accepted' AND "timesReturned" = 0)::int AS "acceptedFirstTime",
         count(*) FILTER (WHERE counts AND status = 'accepted' AND "bySilence")::int AS "acceptedBySilence",
         count(*) FILTER (WHERE counts AND "firstDoneAt" IS NOT NULL AND "timesReturned" > 0)::int AS returned,
         count(*) FILTER (WHERE counts AND "firstDoneAt" IS NOT NULL AND (status = 'accepted' OR "timesReturned" > 0))::int AS judged,
         coalesce(sum(minutes) FILTER (WHERE counts), 0)::int AS minutes,
         coalesce(sum(quantity) FILTER (WHERE counts), 0)::int AS units,
         count(*) FILTER (WHERE counts AND status = 'accepted' AND quality IS NOT NULL)::int AS rated,
         coalesce(sum(quality) FILTER (WHERE counts AND status = 'accepted'), 0)::int AS "qualitySum"
    FROM (${runsOf(condition)}) run
   GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;

const runsApart = (condition: string): string =>
  `SELECT state FROM (${runsOf(condition)}) run WHERE NOT counts ORDER BY line_id, id`;

/**
 * Counts runs where they lie, so that a scorecard doesn't read each of them; what it comes to is what the domain's `tallyOfRun` makes of
 * each run.
 */
@Injectable()
export class RunTallies {
  constructor(private readonly database: ApiDatabase) {}

  /** By line. */
  of(scope: Scope, whose: RunsCounted, { absences, now, unitMinutes }: CountedBy): Promise<RunTally[]> {
    const ofEngagement = 'engagementId' in whose;
    const [id, ...since] = ofEngagement ? [whose.engagementId] : [whose.assistantId, whose.since];
    const away = [absences.map(({ startsAt }) => startsAt), absences.map(({ endsAt }) => endsAt)];
    const params = [id, dutyRunStates.version, ...away];
    const condition = (next: number): string =>
      ofEngagement ? 'run.engagement_id = $1' : `run.assistant_id = $1 AND run.starts_at >= $${next}`;
    return this.database.read(scope, async (tx) => {
      const rows = await tx.query<TallyRow>(countedRuns(condition(6)), [...params, now, ...since]);
      const tallies = rows.map((row) => tallyOfRow(row, unitMinutes));
      if (rows.every(({ apart }) => apart === 0)) return tallies;
      const apart = await tx.query<Pick<DutyRunRow, 'state'>>(runsApart(condition(5)), [...params, ...since]);
      return [
        ...tallies,
        ...apart.map(({ state }) => tallyOfRun(dutyRunStates.open(state), absences, now, unitMinutes)),
      ];
    });
  }

  /** In how many engagements an assistant had runs that began since an instant. */
  async engagements(scope: Scope, assistantId: string, since: string): Promise<number> {
    const [row] = await this.database.read(scope, (tx) =>
      tx.query<{ many: number }>(
        `SELECT count(DISTINCT engagement_id)::int AS many FROM api.duty_run WHERE assistant_id = $1 AND starts_at >= $2`,
        [assistantId, since],
      ),
    );
    return row?.many ?? 0;
  }
}

function tallyOfRow(row: TallyRow, unitMinutes: UnitMinutes): RunTally {
  const { lineId, month, begun, dutyCode, units, apart: _, ...counts } = row;
  const ofUnit = unitMinutes(dutyCode);
  const plannedMinutes = ofUnit === undefined || counts.done === 0 ? null : ofUnit * units;
  return { lineId, month, begun, counts: { ...counts, plannedMinutes } };
}
