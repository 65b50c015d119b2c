import { Client } from 'pg';
import type { Attempt } from './insistent-client.js';
import type { Wish } from './workload.js';

/** An answer may take so long, whatever fails. */
const longestAnswerMs = 25_000;

/** What the clients saw, against what they may see. */
export function checkAttempts(attempts: readonly Attempt[]): string[] {
  const found = attempts.flatMap((attempt): string[] => {
    const { what, status, milliseconds, code, hasRetryAfter } = attempt;
    const told = `${what}: ${status} ${code ?? ''} after ${milliseconds} ms`;
    if (milliseconds > longestAnswerMs) return [`${told}, which is too late`];
    if (status !== null && status >= 500 && status !== 503) return [`${told}, which nobody may see`];
    return status === 503 && !hasRetryAfter ? [`${told}, without Retry-After`] : [];
  });
  return [...new Set(found)].slice(0, 20);
}

/** What clients were told, and what the tables and journals say: each line is something that can't be. */
export class HistoryChecker {
  private constructor(private readonly client: Client) {}

  static async in(databaseUrl: string): Promise<HistoryChecker> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    return new HistoryChecker(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** Whether nothing is on its way any more, so that it can be checked. */
  async isSettled(): Promise<boolean> {
    const [row] = await this.rows<{ moving: number }>(
      `SELECT (SELECT count(*) FROM api.outbox) + (SELECT count(*) FROM matcher.outbox)
            + (SELECT count(*) FROM api.dead_letter WHERE status = 'retrying')
            + (SELECT count(*) FROM matcher.dead_letter WHERE status = 'retrying')
            + (SELECT count(*) FROM api.booking AS made WHERE status = 'confirmed' AND NOT EXISTS (
                 SELECT FROM matcher.supply_booking AS known WHERE known.booking_id = made.id AND taken)) AS moving`,
    );
    return Number(row?.moving) === 0;
  }

  async check(wishes: readonly Wish[]): Promise<string[]> {
    return [
      ...(await this.promises(wishes)),
      ...(await this.journals()),
      ...(await this.facts(
        'two bookings take the same hour',
        `SELECT one.booking_id || ' and ' || other.booking_id AS what FROM api.booking_slot AS one
           JOIN api.booking_slot AS other ON other.assistant_id = one.assistant_id AND other.period && one.period
            AND other.booking_id > one.booking_id`,
      )),
      ...(await this.facts(
        'the matcher takes for booked what is not, or the other way round',
        `SELECT coalesce(made.id, known.booking_id)::text AS what
           FROM (SELECT id FROM api.booking WHERE status IN ('held', 'confirmed')) AS made
           FULL JOIN (SELECT booking_id FROM matcher.supply_booking WHERE taken) AS known ON known.booking_id = made.id
          WHERE made.id IS NULL OR known.booking_id IS NULL`,
      )),
      ...(await this.facts(
        'an event of ours was put aside',
        `SELECT consumer || ': ' || cause AS what FROM (
           SELECT consumer, cause FROM api.dead_letter WHERE resolved_at IS NULL AND aggregate_id IS NOT NULL
           UNION ALL
           SELECT consumer, cause FROM matcher.dead_letter WHERE resolved_at IS NULL AND aggregate_id IS NOT NULL) AS letters`,
      )),
    ];
  }

  /** Who was told that an hour is theirs has it, once, until they were told that it isn't; who wasn't, has none. */
  private async promises(wishes: readonly Wish[]): Promise<string[]> {
    const kept = new Map(
      (await this.rows<{ id: string; status: string }>('SELECT id, status FROM api.booking')).map((row) => [
        row.id,
        row.status,
      ]),
    );
    const promised = wishes.filter(({ outcome }) => outcome.status === 201);
    const ids = promised.map(({ outcome }) => String(outcome.body['id']));
    const wrong = promised.flatMap((wish, index): string[] => {
      const status = kept.get(ids[index]!);
      if (status === undefined) return [`booking ${ids[index]} was promised and is not there`];
      return wish.isCancelled === (status === 'cancelled') ? [] : [`booking ${ids[index]} is ${status}`];
    });
    if (new Set(ids).size < ids.length) wrong.push('one booking was promised to two who asked');
    const unpromised = [...kept.keys()].filter((id) => !ids.includes(id));
    return [...wrong, ...unpromised.map((id) => `booking ${id} is there, and nobody was told so`)];
  }

  /** Every aggregate's events are there from the first on, each once, in their order. */
  private async journals(): Promise<string[]> {
    const found = ['api', 'matcher'].map((schema) =>
      this.facts(
        `the ${schema}'s journal has a gap, a double, or another order`,
        `SELECT aggregate_type || ' ' || aggregate_id AS what FROM (
           SELECT aggregate_type, aggregate_id, aggregate_version,
                  row_number() OVER (PARTITION BY aggregate_type, aggregate_id ORDER BY position) AS ordinal
             FROM ${schema}.journal) AS numbered
          WHERE aggregate_version <> ordinal GROUP BY 1`,
      ),
    );
    return (await Promise.all(found)).flat();
  }

  private async facts(problem: string, sql: string): Promise<string[]> {
    const rows = await this.rows<{ what: string }>(`${sql} LIMIT 5`);
    return rows.map(({ what }) => `${problem}: ${what}`);
  }

  private async rows<R extends object>(sql: string): Promise<R[]> {
    return (await this.client.query<R>(sql)).rows;
  }
}
