import { type ChannelSwitch, type ChannelSwitchFact, evolveSwitch } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { partiesOf } from '../parties-of.js';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { channelSwitchEvent } from './channel-switch.events.js';
import { ChannelSwitchRow } from './channel-switch.row.js';

@Injectable()
export class ChannelSwitchStore extends StateStore<ChannelSwitch, ChannelSwitchFact, ChannelSwitchRow> {
  protected readonly kind = {
    noun: 'channel-switch',
    row: ChannelSwitchRow,
    evolve: evolveSwitch,
    toEvent: channelSwitchEvent,
  };

  /** The one of an engagement that waits for an answer; null where none does. */
  async proposedIn(scope: Scope, engagementId: string): Promise<string | null> {
    const [row] = await this.database.transaction(scope, (tx) =>
      tx.query<{ id: string }>(`SELECT id FROM api.channel_switch WHERE engagement_id = $1 AND status = 'proposed'`, [
        engagementId,
      ]),
    );
    return row?.id ?? null;
  }

  /** Those whose day has come without an answer. */
  async lapsing(tx: Transaction, now: string, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM api.channel_switch WHERE status = 'proposed' AND starts_at <= $1 ORDER BY starts_at LIMIT $2`,
      [now, limit],
    );
    return rows.map(({ id }) => id);
  }

  protected columnsOf(known: ChannelSwitch): ColumnsOf<ChannelSwitchRow> {
    const { engagementId, status, startsAt } = known;
    return {
      ...partiesOf(known),
      engagementId,
      status,
      startsAt: new Date(startsAt),
    };
  }
}
