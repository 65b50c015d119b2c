import { marketplace, type Actor, scopeOf } from '#access';
import { DomainError, type NoticeTopic } from '#domain';
import type { Transaction } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { bothWays, type CountedPage, sortedPage } from '../sorted-list.js';
import type { KeptNotice } from './notice-words.js';
import type { NoticeSubject } from './notice-table.js';

export interface NewNotification extends KeptNotice {
  readonly id: string;
  readonly userId: string;
  readonly organisationId: string;
  readonly eventId: string;
  readonly topic: NoticeTopic;
  readonly subject: NoticeSubject;
  readonly happenedAt: string;
  readonly createdAt: string;
  /** When it goes out with others in a mail; null for none. */
  readonly digestAt: string | null;
}

export interface NotificationRow extends KeptNotice {
  readonly id: string;
  readonly topic: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly happenedAt: Date;
  readonly readAt: Date | null;
}

/** A person in the organisation that she acts for. */
export type ReadingMember = Pick<Actor, 'organisationId' | 'organisationKind'> & { readonly userId: string };

const columns = `id, kind, side, topic, facts, subject_type AS "subjectType", subject_id AS "subjectId",
  happened_at AS "happenedAt", read_at AS "readAt"`;

const sorts = bothWays('createdAt', 'created_at', 'timestamptz');

/** What people were told; each sees her own, of the organisation in hand. */
@Injectable()
export class NotificationStore {
  constructor(private readonly database: ApiDatabase) {}

  /** Keeps them, unless somebody has been told of the same event; returns the ids of those that are new. */
  async add(tx: Transaction, notifications: readonly NewNotification[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO api.notification (id, user_id, organisation_id, event_id, kind, side, topic, subject_type, subject_id, facts,
                                     happened_at, created_at, digest_at)
       SELECT id, user_id, organisation_id, event_id, kind, side, topic, subject_type, subject_id, facts, happened_at,
              created_at, digest_at
         FROM jsonb_to_recordset($1) AS told (id uuid, user_id uuid, organisation_id uuid, event_id uuid, kind text, side text,
              topic text, subject_type text, subject_id uuid, facts jsonb, happened_at timestamptz, created_at timestamptz,
              digest_at timestamptz)
       ON CONFLICT (user_id, organisation_id, event_id) DO NOTHING RETURNING id`,
      [JSON.stringify(notifications.map(rowOf))],
    );
    return new Set(rows.map(({ id }) => id));
  }

  page<Item>(
    member: ReadingMember,
    status: 'read' | 'unread' | undefined,
    request: PageRequest,
    toItem: (row: NotificationRow) => Item,
  ): Promise<CountedPage<Item>> {
    const list = {
      columns,
      from: 'api.notification',
      id: 'id',
      conditions: [
        ['user_id = ?', member.userId],
        ['organisation_id = ?', member.organisationId],
        ...(status === undefined ? [] : ([[`read_at IS ${status === 'read' ? 'NOT ' : ''}NULL`]] as const)),
      ] as const,
      sorts,
      sort: '-createdAt' as const,
    };
    return this.database.read(scopeOf(member), (tx) =>
      sortedPage<NotificationRow, Item>((sql, params) => tx.query(sql, [...params]), list, request, toItem),
    );
  }

  /** @throws DomainError `notification.not-found` */
  async load(member: ReadingMember, id: string): Promise<NotificationRow> {
    const [row] = await this.database.read(scopeOf(member), (tx) =>
      tx.query<NotificationRow>(
        `SELECT ${columns} FROM api.notification WHERE id = $1 AND user_id = $2 AND organisation_id = $3`,
        [id, member.userId, member.organisationId],
      ),
    );
    if (row === undefined) throw new DomainError('notification.not-found');
    return row;
  }

  /** The newest that somebody hasn't read; null where there is none. */
  async newestUnread(member: ReadingMember): Promise<{ id: string } | null> {
    const [row] = await this.database.read(scopeOf(member), (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM api.notification WHERE user_id = $1 AND organisation_id = $2 AND read_at IS NULL
          ORDER BY created_at DESC, id DESC LIMIT 1`,
        [member.userId, member.organisationId],
      ),
    );
    return row ?? null;
  }

  /**
   * Notes that one was read, and with `earlierToo` those before it; what comes in meanwhile stays unread.
   * @throws DomainError `notification.not-found`
   */
  async markRead(member: ReadingMember, id: string, earlierToo: boolean, now: string): Promise<void> {
    await this.database.transaction(scopeOf(member), async (tx) => {
      const [row] = await tx.query<{ createdAt: Date }>(
        `UPDATE api.notification SET read_at = coalesce(read_at, $4)
          WHERE id = $1 AND user_id = $2 AND organisation_id = $3 RETURNING created_at AS "createdAt"`,
        [id, member.userId, member.organisationId, now],
      );
      if (row === undefined) throw new DomainError('notification.not-found');
      if (!earlierToo) return;
      await tx.execute(
        `UPDATE api.notification SET read_at = $4
          WHERE user_id = $2 AND organisation_id = $3 AND read_at IS NULL
            AND (created_at, id) < (SELECT created_at, id FROM api.notification WHERE id = $1)`,
        [id, member.userId, member.organisationId, now],
      );
    });
  }

  /** Forgets what is older; returns how many. */
  forget(before: string, atMost: number): Promise<number> {
    return this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `DELETE FROM api.notification WHERE id IN (SELECT id FROM api.notification WHERE created_at < $1 LIMIT $2)`,
        [before, atMost],
      ),
    );
  }
}

const rowOf = ({
  subject,
  userId,
  organisationId,
  eventId,
  happenedAt,
  createdAt,
  digestAt,
  ...same
}: NewNotification) => ({
  ...same,
  user_id: userId,
  organisation_id: organisationId,
  event_id: eventId,
  subject_type: subject.type,
  subject_id: subject.id,
  happened_at: happenedAt,
  created_at: createdAt,
  digest_at: digestAt,
});
