import { type Actor, marketplace, scopeOf } from '#access';
import { type AbsentTime, demand, type DutyRun, type DutyRunFact, evolveDutyRun, type PricedRuns } from '#domain';
import { type Scope, StateSchema, type Upcast, type Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { partiesOf } from '../parties-of.js';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { demandWithinScope } from './assistant-scope.js';
import { dutyRunEvent } from './duty-run.events.js';
import { DutyRunRow } from './duty-run.row.js';

/** The first version counted returns under another name than the contract and the events do. */
const timesReturned: Upcast = ({ returnedTimes, ...run }) => ({ ...run, timesReturned: returnedTimes });

/** Before, less than was asked for was accepted without a word about the rest, and nothing more was owed. */
const restWaived: Upcast = (run) => {
  const quantity = Number(run['volume']) - Number(run['quantity']);
  const rest = quantity > 0 ? { quantity, becomes: 'waived' } : null;
  return { ...run, carriedFrom: null, ...(run['status'] === 'accepted' && { rest }) };
};

export const dutyRunStates = new StateSchema<DutyRun>('duty run', [timesReturned, restWaived]);

interface PricedRow extends Omit<PricedRuns, 'quantity' | 'unitPrice'> {
  readonly quantity: number | null;
  readonly priceMinor: string;
}

@Injectable()
export class DutyRunStore extends StateStore<DutyRun, DutyRunFact, DutyRunRow> {
  protected readonly kind = { noun: 'duty-run', row: DutyRunRow, evolve: evolveDutyRun, toEvent: dutyRunEvent };
  protected override readonly schema = dutyRunStates;

  /**
   * A run is only found below its own engagement, and by an assistant only if it is her own work. Neither ever changes,
   * so whoever changes a run asks first, and what isn't to be found tells nothing of its version.
   * @throws DomainError `duty-run.not-found`
   */
  async loadOf(actor: Actor, engagementId: string, id: string): Promise<Versioned<DutyRun>> {
    const run = await this.load(scopeOf(actor), id);
    demand(run.state.agreementId === engagementId, 'duty-run.not-found');
    demandWithinScope(actor, run.state, 'duty-run.not-found');
    return run;
  }

  /** All runs of an engagement, by line and then by date. */
  ofEngagement(scope: Scope, engagementId: string): Promise<DutyRun[]> {
    return this.states(scope, 'engagement_id = $1 ORDER BY line_id, period_number, id', engagementId);
  }

  /** The same, and nobody works on them until the caller's transaction is over. */
  ofEngagementLocked(scope: Scope, engagementId: string): Promise<DutyRun[]> {
    return this.states(scope, 'engagement_id = $1 ORDER BY id FOR UPDATE', engagementId);
  }

  /** Those of which an absence may take something: its time lies in their period, or something was taken when they were done. */
  touchedByAbsences(scope: Scope, engagementId: string, absences: readonly AbsentTime[]): Promise<DutyRun[]> {
    const condition = `engagement_id = $1 AND (state ? 'owed' OR EXISTS (
      SELECT FROM unnest($2::timestamptz[], $3::timestamptz[]) AS away (starts_at, ends_at)
       WHERE away.starts_at < duty_run.due_at
         AND duty_run.starts_at < coalesce(away.ends_at, 'infinity')))
      ORDER BY line_id, period_number, id`;
    const away = [absences.map(({ startsAt }) => startsAt), absences.map(({ endsAt }) => endsAt)];
    return this.states(scope, condition, engagementId, ...away);
  }

  /** What all runs of an engagement cost: those of which the same became are counted here, and none is read by itself. */
  async priced(scope: Scope, engagementId: string, now: string): Promise<PricedRuns[]> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<PricedRow>(
        `SELECT line_id AS "lineId", status, carried_from IS NOT NULL AS carried, due_at <= $2 AS over, unit_price_minor AS "priceMinor",
                json_agg(period_number) AS "periodNumbers", sum(volume)::float8 AS volume, sum(quantity)::float8 AS quantity
           FROM api.duty_run WHERE engagement_id = $1
          GROUP BY 1, 2, 3, 4, 5, quantity IS NULL`,
        [engagementId, now],
      ),
    );
    return rows.map(({ quantity, priceMinor, ...runs }) => ({
      ...runs,
      ...(quantity !== null && { quantity }),
      unitPrice: { amountMinor: Number(priceMinor) },
    }));
  }

  /** Of each line the latest few that somebody has worked on, the latest first. */
  async lastOfLines(scope: Scope, engagementId: string, many: number): Promise<DutyRun[]> {
    const condition = `id IN (
      SELECT id FROM (
        SELECT id, row_number() OVER (PARTITION BY line_id ORDER BY period_number DESC, id DESC) AS place
          FROM api.duty_run WHERE engagement_id = $1 AND status IN ('done', 'returned', 'accepted')) run
       WHERE place <= $2)
      ORDER BY line_id, period_number DESC, id DESC`;
    return this.states(scope, condition, engagementId, many);
  }

  /** Accepted runs that are on no invoice and not in dispute, locked until the caller's transaction is over. */
  async toInvoice(scope: Scope, engagementId: string): Promise<Extract<DutyRun, { status: 'accepted' }>[]> {
    const condition = `engagement_id = $1 AND status = 'accepted' AND invoice_id IS NULL AND dispute_id IS NULL ORDER BY id FOR UPDATE`;
    const runs = await this.states(scope, condition, engagementId);
    return runs.filter((run) => run.status === 'accepted');
  }

  /** Runs about which the business has been silent for long enough, the longest first. */
  async nextSilent(now: string, limit: number): Promise<string[]> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM api.duty_run WHERE status = 'done' AND silence_accepts_at <= $1 AND dispute_id IS NULL
          ORDER BY silence_accepts_at, id LIMIT $2`,
        [now, limit],
      ),
    );
    return rows.map(({ id }) => id);
  }

  private async states(scope: Scope, condition: string, ...params: readonly unknown[]): Promise<DutyRun[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<Pick<DutyRunRow, 'state'>>(`SELECT state FROM api.duty_run WHERE ${condition}`, [...params]),
    );
    return rows.map(({ state }) => this.open(state));
  }

  protected columnsOf(run: DutyRun): ColumnsOf<DutyRunRow> {
    const { agreementId, status, lineId, periodNumber, carriedFrom, startsAt } = run;
    return {
      engagementId: agreementId,
      ...partiesOf(run),
      status,
      lineId,
      periodNumber,
      carriedFrom,
      startsAt: new Date(startsAt),
      silenceAcceptsAt: run.status === 'done' ? new Date(run.silenceAcceptsAt) : null,
      disputeId: run.disputeId ?? null,
      invoiceId: run.status === 'accepted' ? run.invoiceId : null,
    };
  }
}
