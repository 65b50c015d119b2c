import { type AbsentTime, type RunTally, tallyOfRun, type UnitMinutes } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import type { DutyRunRow } from './duty-run.row.js';
import { dutyRunStates } from './duty-run.store.js';

/** Whose runs are counted; times are those in which their periods begin. */
export type RunsCounted =
  | { readonly engagementId: string }
  | { readonly assistantId: string; readonly since: string }
  | { readonly engagementId: string; readonly dutyCode: string; readonly from: string; readonly before: string };

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
  /** Runs that are left to the domain. */
  readonly apart: number;
}

/**
 * Of a run what is counted, and whether it `counts` here: absences may change what is owed and when it is late, and what another
 * release kept may have other names, so that such runs are left to the domain.
 */
const runsOf = (condition: string, columns: string): string => `
  SELECT ${columns},
         run.state_version IS NOT DISTINCT FROM $1 AND (cardinality($2::timestamptz[]) = 0 OR NOT EXISTS (
           SELECT FROM unnest($2::timestamptz[], $3::timestamptz[]) AS away (starts_at, ends_at)
            WHERE away.starts_at < run.due_at AND run.starts_at < coalesce(away.ends_at, 'infinity'))) AS counts
    FROM api.duty_run run
   WHERE ${condition}`;

/** None of them the state, which alone is larger than the rest of the row. */
const counted = `line_id, month, starts_at, status, duty_code, due_at, first_done_at, minutes, quantity, times_returned, by_silence, quality`;

/** Materialized, or whether a run counts would be found out anew for each of the figures. */
const countedRuns = (condition: string): string => `
  WITH run AS MATERIALIZED (${runsOf(condition, counted)})
  SELECT line_id AS "lineId", month, starts_at <= $4::timestamptz AS begun, duty_code AS "dutyCode",
         count(*) FILTER (WHERE NOT counts)::int AS apart,
         count(*) FILTER (WHERE counts AND status <> 'cancelled')::int AS runs,
         count(*) FILTER (WHERE counts AND first_done_at IS NOT NULL)::int AS done,
         count(*) FILTER (WHERE counts AND first_done_at <= due_at)::int AS "doneOnTime",
         count(*) FILTER (WHERE counts AND status = 'scheduled' AND due_at <= $4)::int AS overdue,
         count(*) FILTER (WHERE counts AND status = 'accepted')::int AS accepted,
         count(*) FILTER (WHERE counts AND status = 'accepted' AND times_returned = 0)::int AS "acceptedFirstTime",
         count(*) FILTER (WHERE counts AND status = 'accepted' AND by_silence)::int AS "acceptedBySilence",
         count(*) FILTER (WHERE counts AND first_done_at IS NOT NULL AND times_returned > 0)::int AS returned,
         count(*) FILTER (WHERE counts AND first_done_at IS NOT NULL AND (status = 'accepted' OR times_returned > 0))::int AS judged,
         coalesce(sum(minutes) FILTER (WHERE counts), 0)::int AS minutes,
         coalesce(sum(quantity) FILTER (WHERE counts), 0)::int AS units,
         count(*) FILTER (WHERE counts AND status = 'accepted' AND quality IS NOT NULL)::int AS rated,
         coalesce(sum(quality) FILTER (WHERE counts AND status = 'accepted'), 0)::int AS "qualitySum"
    FROM run GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;

const runsApart = (condition: string): string =>
  `SELECT state FROM (${runsOf(condition, 'state, line_id, id')}) run WHERE NOT counts ORDER BY line_id, id`;

/** Says by what the runs are found, with its values from the given place on. */
function conditionOf(whose: RunsCounted): { readonly sql: (first: number) => string; readonly values: string[] } {
  if ('assistantId' in whose) {
    const sql = (first: number): string => `run.assistant_id = $${first} AND run.starts_at >= $${first + 1}`;
    return { sql, values: [whose.assistantId, whose.since] };
  }
  if ('dutyCode' in whose) {
    const sql = (first: number): string =>
      `run.engagement_id = $${first} AND run.duty_code = $${first + 1} AND run.starts_at >= $${first + 2} AND run.starts_at < $${first + 3}`;
    return { sql, values: [whose.engagementId, whose.dutyCode, whose.from, whose.before] };
  }
  return { sql: (first) => `run.engagement_id = $${first}`, values: [whose.engagementId] };
}

/**
 * Counts runs where they lie, so that a scorecard doesn't read each of them; what it comes to is what the domain's `tallyOfRun` makes of
 * each run.
 */
@Injectable()
export class RunTallies {
  constructor(private readonly database: ApiDatabase) {}

  /** By line. */
  of(scope: Scope, whose: RunsCounted, { absences, now, unitMinutes }: CountedBy): Promise<RunTally[]> {
    const { sql, values } = conditionOf(whose);
    const away = [absences.map(({ startsAt }) => startsAt), absences.map(({ endsAt }) => endsAt)];
    const params = [dutyRunStates.version, ...away];
    return this.database.read(scope, async (tx) => {
      const rows = await tx.query<TallyRow>(countedRuns(sql(params.length + 2)), [...params, now, ...values]);
      const tallies = rows.map((row) => tallyOfRow(row, unitMinutes));
      if (rows.every(({ apart }) => apart === 0)) return tallies;
      const apart = await tx.query<Pick<DutyRunRow, 'state'>>(runsApart(sql(params.length + 1)), [
        ...params,
        ...values,
      ]);
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
  const { lineId, month, begun, dutyCode, apart: _, ...counts } = row;
  const ofUnit = unitMinutes(dutyCode);
  const plannedMinutes = ofUnit === undefined || counts.done === 0 ? null : ofUnit * counts.units;
  return { lineId, month, begun, counts: { ...counts, plannedMinutes } };
}
