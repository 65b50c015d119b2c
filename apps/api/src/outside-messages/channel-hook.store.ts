import { marketplace } from '#access';
import { type Channel, DomainError, type OrganisationId, type Side, type TalkingParties } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

export interface ChannelHook {
  readonly id: string;
  readonly engagementId: string;
  readonly organisationId: OrganisationId;
  readonly madeBy: Side;
  readonly channel: Channel;
  readonly madeAt: Date;
}

const mostOfEngagement = 10;
const columns = `id, engagement_id AS "engagementId", organisation_id AS "organisationId", channel, made_at AS "madeAt",
  CASE organisation_id WHEN business_id THEN 'business' ELSE 'agency' END AS "madeBy"`;

/** Where channels of engagements send their messages. Both sides see which there are; whoever made one ends it. */
@Injectable()
export class ChannelHookStore {
  constructor(private readonly database: ApiDatabase) {}

  /** @throws DomainError `channel-hook.too-many` */
  async make(
    scope: Scope,
    { engagementId, businessId, agencyId }: TalkingParties,
    hook: { readonly id: string; readonly organisationId: string; readonly channel: Channel; readonly now: string },
  ): Promise<void> {
    await this.database.transaction(scope, async (tx) => {
      // Two at once take turns.
      await tx.takeTurn(`hooks of ${engagementId}`);
      const count = await tx.count('api.channel_hook WHERE engagement_id = $1 AND ended_at IS NULL', [engagementId]);
      if (count >= mostOfEngagement) throw new DomainError('channel-hook.too-many', { atMost: mostOfEngagement });
      await tx.execute(
        `INSERT INTO api.channel_hook (id, engagement_id, business_id, agency_id, organisation_id, channel, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [hook.id, engagementId, businessId, agencyId, hook.organisationId, hook.channel, hook.now],
      );
    });
  }

  /** Those that work, oldest first. */
  list(scope: Scope, engagementId: string, limit: number, afterId: string | null): Promise<ChannelHook[]> {
    return this.database.read(scope, (tx) =>
      tx.query<ChannelHook>(
        `SELECT ${columns} FROM api.channel_hook
          WHERE engagement_id = $1 AND ended_at IS NULL AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
        [engagementId, afterId, limit],
      ),
    );
  }

  /** For whoever has shown the hook's own signature. @throws DomainError `channel-hook.bad-signature` */
  async working(id: string): Promise<ChannelHook> {
    const [hook] = await this.database.read(marketplace, (tx) =>
      tx.query<ChannelHook>(`SELECT ${columns} FROM api.channel_hook WHERE id = $1 AND ended_at IS NULL`, [id]),
    );
    if (hook === undefined) throw new DomainError('channel-hook.bad-signature');
    return hook;
  }

  /** It takes nothing any more. @throws DomainError `channel-hook.not-found`, also for one of the other side */
  async end(
    scope: Scope,
    {
      id,
      engagementId,
      organisationId,
      now,
    }: Pick<ChannelHook, 'engagementId' | 'id'> & {
      readonly organisationId: string;
      readonly now: string;
    },
  ): Promise<void> {
    const ended = await this.database.transaction(scope, (tx) =>
      tx.execute(
        `UPDATE api.channel_hook SET ended_at = $4
          WHERE id = $1 AND engagement_id = $2 AND organisation_id = $3 AND ended_at IS NULL`,
        [id, engagementId, organisationId, now],
      ),
    );
    if (ended === 0) throw new DomainError('channel-hook.not-found');
  }
}
