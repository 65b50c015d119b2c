import { marketplace } from '#access';
import type { NoticeTopic } from '#domain';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { namesOfParties } from './notice-parties.js';
import type { KeptNotice } from './notice-words.js';
import { NotificationMails } from './notification-mails.js';
import { NotificationRecipients } from './notification-recipients.js';
import { NotificationStore } from './notification.store.js';

const plan = { name: 'digests of notifications', everySeconds: 60, atMost: 200 } as const;
/** Of one mail; whoever has more reads the rest in the list. */
const mostItems = 50;
const keptDays = 180;
const forgottenAtOnce = 1_000;

interface WaitingNotice extends KeptNotice {
  readonly id: string;
  readonly topic: NoticeTopic;
  readonly isUnread: boolean;
}

/** Mails in somebody's morning what happened since the one before; once, whichever process does it. */
@Injectable()
export class Digests extends Sweep {
  constructor(
    private readonly database: ApiDatabase,
    private readonly recipients: NotificationRecipients,
    private readonly mails: NotificationMails,
    private readonly notifications: NotificationStore,
  ) {
    super(plan);
  }

  override async sweep(now: string): Promise<number> {
    const due = await this.database.read(marketplace, (tx) =>
      tx.query<{ userId: string; organisationId: string }>(
        `SELECT DISTINCT user_id AS "userId", organisation_id AS "organisationId" FROM api.notification
          WHERE digest_at <= $1 LIMIT ${plan.atMost}`,
        [now],
      ),
    );
    for (const { userId, organisationId } of due) await this.send(userId, organisationId, now);
    await this.notifications.forget(new Date(Date.parse(now) - keptDays * 86_400_000).toISOString(), forgottenAtOnce);
    return due.length;
  }

  /** What was read meanwhile, or is of a topic of which she wants no mail any more, needs none. */
  private send(userId: string, organisationId: string, now: string): Promise<void> {
    return this.database.transaction(marketplace, async (tx) => {
      const waiting = await tx.query<WaitingNotice>(
        `UPDATE api.notification SET digest_at = NULL WHERE user_id = $1 AND organisation_id = $2 AND digest_at <= $3
          RETURNING id, kind, side, topic, facts, read_at IS NULL AS "isUnread"`,
        [userId, organisationId, now],
      );
      const recipient = await this.recipients.one(userId, organisationId);
      if (recipient === null) return;
      const wanted = waiting
        .filter(({ isUnread, topic }) => isUnread && recipient.mail[topic] !== 'never')
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .slice(-mostItems);
      if (wanted.length === 0) return;
      const names = await namesOfParties(
        tx,
        wanted.map(({ facts }) => facts),
      );
      await this.mails.sendDigest(recipient, wanted, names, now);
    });
  }
}
