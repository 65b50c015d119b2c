import { type Actor, scopeOf } from '#access';
import { type CountedMinutes, evolveHourPack, type HourPack, type HourPackFact } from '#domain';
import type { Scope, Versioned } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { partiesOf } from '../parties-of.js';
import { bothWays, type CountedPage } from '../sorted-list.js';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { assistantScopeOf } from '../work-records/assistant-scope.js';
import { hourPackEvent } from './hour-pack.events.js';
import { HourPackRow } from './hour-pack.row.js';

const sorts = bothWays('starts', 'starts_at', 'timestamptz');

/** A pack, and what entries of its period take of it. */
export interface CountedPack {
  readonly pack: HourPack;
  readonly counted: CountedMinutes;
}

@Injectable()
export class HourPackStore extends StateStore<HourPack, HourPackFact, HourPackRow> {
  protected readonly kind = { noun: 'hour-pack', row: HourPackRow, evolve: evolveHourPack, toEvent: hourPackEvent };

  /** Those of an engagement, the latest period first. */
  list<Item>(
    actor: Actor,
    engagementId: string,
    request: PageRequest,
    toItem: (one: Versioned<HourPack>) => Item,
  ): Promise<CountedPage<Item>> {
    const conditions = [
      ['assistant_id::text = ?', assistantScopeOf(actor) ?? undefined],
      ['engagement_id = ?', engagementId],
    ] as const;
    return this.sortedPage(
      scopeOf(actor),
      { from: 'api.hour_pack', conditions, sorts, sort: '-starts' },
      request,
      toItem,
    );
  }

  /**
   * The packs of a line, or of all lines of an engagement, the earliest first, with what other entries take of them.
   * @param lineId null for all lines
   * @param exceptId an entry that is left out
   */
  async counted(scope: Scope, engagementId: string, lineId: string | null, exceptId: string | null) {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<Pick<HourPackRow, 'state'> & CountedMinutes>(
        `SELECT pack.state, used.recorded, used.accepted
           FROM api.hour_pack pack
          CROSS JOIN LATERAL (
            SELECT coalesce(sum(counted_minutes) FILTER (WHERE status = 'recorded'), 0)::int AS recorded,
                   coalesce(sum(counted_minutes) FILTER (WHERE status = 'accepted'), 0)::int AS accepted
              FROM api.time_entry entry
             WHERE entry.engagement_id = pack.engagement_id AND entry.line_id = pack.line_id
               AND entry.started_at >= pack.starts_at AND entry.started_at < pack.ends_at
               AND entry.id IS DISTINCT FROM $3::uuid) used
          WHERE pack.engagement_id = $1 AND ($2::text IS NULL OR pack.line_id = $2)
          ORDER BY pack.line_id, pack.starts_at`,
        [engagementId, lineId, exceptId],
      ),
    );
    return rows.map(({ state, recorded, accepted }): CountedPack => ({
      pack: this.open(state),
      counted: { recorded, accepted },
    }));
  }

  /** Lines and beginnings of periods in which nothing is to be bought: there is a pack, or time that is charged by the hour. */
  async covered(scope: Scope, engagementId: string): Promise<{ lineId: string; startsAt: string }[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<{ lineId: string; startsAt: Date }>(
        `SELECT line_id AS "lineId", starts_at AS "startsAt" FROM api.hour_pack WHERE engagement_id = $1
          UNION
         SELECT line_id, (state -> 'hours' ->> 'startsAt')::timestamptz FROM api.time_entry
          WHERE engagement_id = $1 AND status <> 'discarded' AND NOT from_pack`,
        [engagementId],
      ),
    );
    return rows.map(({ lineId, startsAt }) => ({ lineId, startsAt: startsAt.toISOString() }));
  }

  /** Those that no invoice charges, locked until the caller's transaction is over. */
  async toInvoice(scope: Scope, engagementId: string): Promise<HourPack[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<Pick<HourPackRow, 'state'>>(
        `SELECT state FROM api.hour_pack WHERE engagement_id = $1 AND invoice_id IS NULL ORDER BY starts_at, id FOR UPDATE`,
        [engagementId],
      ),
    );
    return rows.map(({ state }) => this.open(state));
  }

  protected columnsOf(pack: HourPack): ColumnsOf<HourPackRow> {
    const { agreementId, lineId, startsAt, endsAt, minutes, refundedMinutes, invoiceId } = pack;
    return {
      engagementId: agreementId,
      ...partiesOf(pack),
      lineId,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      minutes,
      refundedMinutes,
      invoiceId,
    };
  }
}
