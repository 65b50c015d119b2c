import { type Actor, agencyTeam, businessReaders, marketplace, type Role } from '#access';
import type { CalendarFeedDto } from '#contracts';
import { DomainError } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

/** Of one organisation; nobody subscribes to so many calendars by herself. */
const maxCalendarFeeds = 50;

/** Whose feeds somebody sees: all of her organisation, or those of one assistant alone. */
export interface SeenFeeds {
  readonly organisationId: string;
  readonly assistantId: string | null;
}

const seesAll: ReadonlySet<Role> = new Set([...agencyTeam, ...businessReaders, 'marketplace.administrator']);

/** An assistant has to do with her own bookings alone. */
export function feedsSeenBy({ organisationId, roles, assistantId, via }: Actor): SeenFeeds {
  const isTeam = via === 'api-key' || roles.some((role) => seesAll.has(role));
  return { organisationId, assistantId: isTeam ? null : (assistantId ?? organisationId) };
}

export interface KeptFeed extends CalendarFeedDto {
  readonly organisationId: string;
}

interface FeedRow {
  readonly id: string;
  readonly organisationId: string;
  readonly assistantId: string | null;
  readonly language: CalendarFeedDto['language'];
  readonly madeAt: Date;
  readonly lastReadAt: Date | null;
}
const columns = `id, organisation_id AS "organisationId", assistant_id AS "assistantId", language,
                 made_at AS "madeAt", last_read_at AS "lastReadAt"`;
const seen = `organisation_id = $1 AND ($2::uuid IS NULL OR assistant_id = $2)`;

/** Addresses at which bookings can be read; of each the hash is kept, which is enough to know it again. */
@Injectable()
export class CalendarFeedStore {
  constructor(private readonly database: ApiDatabase) {}

  /** @throws DomainError `calendar-feed.too-many` */
  async keep(tx: Transaction, feed: FeedRow & { readonly madeBy: string; readonly secretHash: string }): Promise<void> {
    await tx.takeTurn(`feeds of ${feed.organisationId}`);
    const found = await tx.count('api.calendar_feed WHERE organisation_id = $1', [feed.organisationId]);
    if (found >= maxCalendarFeeds) {
      throw new DomainError('calendar-feed.too-many', { limit: maxCalendarFeeds });
    }
    const { id, organisationId, assistantId, madeBy, secretHash, language, madeAt } = feed;
    await tx.execute(
      `INSERT INTO api.calendar_feed (id, organisation_id, assistant_id, made_by, secret_hash, language, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, organisationId, assistantId, madeBy, secretHash, language, madeAt],
    );
  }

  async list(scope: Scope, { organisationId, assistantId }: SeenFeeds): Promise<CalendarFeedDto[]> {
    const rows = await this.database.read(scope, (tx) =>
      tx.query<FeedRow>(`SELECT ${columns} FROM api.calendar_feed WHERE ${seen} ORDER BY id`, [
        organisationId,
        assistantId,
      ]),
    );
    return rows.map((row) => feedDto(row));
  }

  /** @throws DomainError `calendar-feed.not-found` */
  async revoke(scope: Scope, { organisationId, assistantId }: SeenFeeds, id: string): Promise<void> {
    const gone = await this.database.transaction(scope, (tx) =>
      tx.execute(`DELETE FROM api.calendar_feed WHERE ${seen} AND id = $3`, [organisationId, assistantId, id]),
    );
    if (gone === 0) throw new DomainError('calendar-feed.not-found');
  }

  /** The feed of a secret, as long as whoever made it belongs to the organisation. @throws DomainError `calendar-feed.not-found` */
  async bySecret(secretHash: string): Promise<KeptFeed> {
    const [row] = await this.database.read(marketplace, (tx) =>
      tx.query<FeedRow>(
        `SELECT ${columns} FROM api.calendar_feed AS feed WHERE secret_hash = $1 AND EXISTS (
           SELECT FROM api.membership WHERE membership.user_id = feed.made_by
              AND membership.organisation_id = feed.organisation_id AND revoked_at IS NULL)`,
        [secretHash],
      ),
    );
    if (row === undefined) throw new DomainError('calendar-feed.not-found');
    return { ...feedDto(row), organisationId: row.organisationId };
  }

  /** To the hour, so that a calendar that asks each minute writes nothing. */
  async noteReading({ id, lastReadAt }: KeptFeed, now: string): Promise<void> {
    const hour = `${now.slice(0, 13)}:00:00.000Z`;
    if (lastReadAt === hour) return;
    await this.database.transaction(marketplace, (tx) =>
      tx.execute('UPDATE api.calendar_feed SET last_read_at = $2 WHERE id = $1', [id, hour]),
    );
  }
}

const feedDto = ({ id, assistantId, language, madeAt, lastReadAt }: FeedRow): CalendarFeedDto => ({
  id,
  assistantId,
  language,
  madeAt: madeAt.toISOString(),
  lastReadAt: lastReadAt?.toISOString() ?? null,
});
