import {
  acceptedVersions,
  type AgreedChannel,
  type Agreement,
  channelsFollowing,
  type ChannelSwitch,
  versionInForce,
} from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';

interface ChannelRow extends Omit<AgreedChannel, 'since' | 'until'> {
  readonly since: Date;
  readonly until: Date | null;
}

/** The one or two channels that an engagement has at a time, as its agreement names them. */
@Injectable()
export class AgreedChannels {
  constructor(private readonly database: ApiDatabase) {}

  /** All that were ever agreed, and when. */
  async of(scope: Scope, engagementId: string): Promise<AgreedChannel[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<ChannelRow>(
        `SELECT id AS "channelId", channel, place, lower(period) AS since, upper(period) AS until
           FROM api.agreed_channel WHERE engagement_id = $1 ORDER BY place, lower(period)`,
        [engagementId],
      ),
    );
    return rows.map((row) => ({
      ...row,
      since: row.since.toISOString(),
      until: row.until?.toISOString() ?? null,
    }));
  }

  /**
   * Both sides have agreed to another channel from an instant on, in the place of one that has no end yet. The caller has
   * locked the agreement.
   */
  async replace(
    scope: Scope,
    { businessId, agencyId }: Pick<Agreement, 'agencyId' | 'businessId'>,
    { engagementId, from, to, startsAt }: ChannelSwitch,
  ): Promise<void> {
    await this.database.transaction(scope, async (tx) => {
      const [ended] = await tx.query<{ place: number }>(
        `UPDATE api.agreed_channel SET period = tstzrange(lower(period), $3)
          WHERE engagement_id = $1 AND channel = $2 AND upper_inf(period) AND lower(period) < $3 RETURNING place`,
        [engagementId, from, startsAt],
      );
      if (ended === undefined) throw new Error(`${from} was decided to be agreed in ${engagementId} and isn't`);
      await tx.execute(
        `INSERT INTO api.agreed_channel (id, engagement_id, business_id, agency_id, channel, place, period)
         VALUES ($1, $2, $3, $4, $5, $6, tstzrange($7, NULL))`,
        [uuidv7(), engagementId, businessId, agencyId, to, ended.place, startsAt],
      );
    });
  }

  /**
   * Has the channels of the version in force from now on, unless it names the same ones as the version before: then what
   * was agreed about channels in between stays. The caller has locked the agreement.
   */
  async follow(scope: Scope, agreement: Agreement, now: string): Promise<void> {
    const { agreementId, businessId, agencyId } = agreement;
    const inForce = versionInForce(agreement);
    if (inForce === null) return;
    const before = acceptedVersions(agreement).findLast(({ number }) => number < inForce.number);
    const known = await this.of(scope, agreementId);
    const { channels } = inForce.terms;
    if (known.length > 0 && before !== undefined && haveTheSame(before.terms.channels, channels)) return;
    const { ended, begun } = channelsFollowing(known, channels, now);
    await this.database.transaction(scope, async (tx) => {
      for (const { channelId, since } of ended) {
        // What was only planned never was; whatever was in use has its end.
        const sql =
          since >= now
            ? 'DELETE FROM api.agreed_channel WHERE id = $1 AND $2::timestamptz IS NOT NULL'
            : 'UPDATE api.agreed_channel SET period = tstzrange(lower(period), $2) WHERE id = $1';
        await tx.execute(sql, [channelId, now]);
      }
      for (const { channel, place } of begun) {
        await tx.execute(
          `INSERT INTO api.agreed_channel (id, engagement_id, business_id, agency_id, channel, place, period)
           VALUES ($1, $2, $3, $4, $5, $6, tstzrange($7, NULL))`,
          [uuidv7(), agreementId, businessId, agencyId, channel, place, now],
        );
      }
    });
  }
}

const haveTheSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((channel) => other.includes(channel));
