import { marketplace } from '#access';
import { decidePreferences, DomainError, type MailChoices, type NotificationPreferences, noticeTopics } from '#domain';
import type { Transaction, Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import type { Unsubscription } from './unsubscribe-tokens.js';

const read = `SELECT a.language, p.time_zone AS "timeZone", coalesce(p.mail, '{}') AS mail, coalesce(p.version, 0) AS version
    FROM api.user_account a LEFT JOIN api.notification_preference p ON p.user_id = a.id
   WHERE a.id = $1 AND a.deleted_at IS NULL`;

/** How people want to be told; it is a person's own, whichever organisation she acts for. */
@Injectable()
export class PreferenceStore {
  constructor(private readonly database: ApiDatabase) {}

  load(userId: string): Promise<Versioned<NotificationPreferences>> {
    return this.database.read(marketplace, (tx) => preferencesOf(tx, userId, ''));
  }

  /** @throws DomainError `precondition.stale`, `time.unknown-zone` */
  replace(
    userId: string,
    wanted: NotificationPreferences,
    expectedVersion: number | null,
  ): Promise<Versioned<NotificationPreferences>> {
    return this.database.transaction(marketplace, async (tx) => {
      const { version } = await preferencesOf(tx, userId, 'FOR UPDATE OF a');
      const state = decidePreferences(wanted, version, expectedVersion);
      await tx.execute('UPDATE api.user_account SET language = $2 WHERE id = $1', [userId, state.language]);
      await keep(tx, userId, state);
      return { state, version: version + 1 };
    });
  }

  /** No mail about a topic, or about all of them, from now on; what is essential is mailed all the same. */
  async unsubscribe({ userId, topic }: Unsubscription): Promise<void> {
    await this.database.transaction(marketplace, async (tx) => {
      const { state } = await preferencesOf(tx, userId, 'FOR UPDATE OF a');
      const topics = topic === 'all' ? noticeTopics : [topic];
      if (topics.every((each) => state.mail[each] === 'never')) return;
      const none: MailChoices = Object.fromEntries(topics.map((each) => [each, 'never']));
      await keep(tx, userId, { ...state, mail: { ...state.mail, ...none } });
    });
  }
}

async function preferencesOf(
  tx: Transaction,
  userId: string,
  lock: '' | 'FOR UPDATE OF a',
): Promise<Versioned<NotificationPreferences>> {
  const [row] = await tx.query<NotificationPreferences & { version: number }>(`${read} ${lock}`, [userId]);
  if (row === undefined) throw new DomainError('notification.unsubscribe-token-invalid');
  const { version, ...state } = row;
  return { state, version };
}

async function keep(tx: Transaction, userId: string, { timeZone, mail }: NotificationPreferences): Promise<void> {
  await tx.execute(
    `INSERT INTO api.notification_preference (user_id, version, time_zone, mail) VALUES ($1, 1, $2, $3)
     ON CONFLICT (user_id) DO UPDATE
       SET version = notification_preference.version + 1, time_zone = excluded.time_zone, mail = excluded.mail`,
    [userId, timeZone, JSON.stringify(mail)],
  );
}
