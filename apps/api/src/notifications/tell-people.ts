import type { EventEnvelope } from '#contracts/envelope';
import { mailOf, nextMorningAt } from '#domain';
import { Clock } from '#platform/clock';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ResultWaiter } from '../result-waiter/result-waiter.js';
import { namesOfParties, partiesOfEvent } from './notice-parties.js';
import type { NoticeOf, Side } from './notice-table.js';
import { kindOf } from './notice-words.js';
import { NotificationMails } from './notification-mails.js';
import { NotificationRecipients, type Recipient, sideOf } from './notification-recipients.js';
import { type NewNotification, NotificationStore } from './notification.store.js';

/** What happened longer ago is nothing to tell: a service that begins to tell doesn't start with its whole history. */
const toldForDays = 30;

/** Under which those wait who follow their notifications. */
export const newsKey = (userId: string): string => `notifications of ${userId}`;

interface Told {
  readonly recipient: Recipient;
  readonly notification: NewNotification;
  readonly isMailedNow: boolean;
}

/** Tells people what an event means to them: in the transaction that notes the event as handled, and so exactly once. */
@Injectable()
export class TellPeople {
  constructor(
    private readonly recipients: NotificationRecipients,
    private readonly notifications: NotificationStore,
    private readonly mails: NotificationMails,
    private readonly waiter: ResultWaiter,
    private readonly clock: Clock,
  ) {}

  async tell(event: EventEnvelope, notice: NoticeOf<object>, tx: Transaction): Promise<void> {
    const now = this.clock.now();
    if (Date.parse(now) - Date.parse(event.time) > toldForDays * 86_400_000) return;
    const told = await this.whoIsTold(event, notice, now, tx);
    if (told.length === 0) return;
    const added = await this.notifications.add(
      tx,
      told.map(({ notification }) => notification),
    );
    const mailed = told.filter(({ notification, isMailedNow }) => isMailedNow && added.has(notification.id));
    if (mailed.length > 0) {
      const names = await namesOfParties(
        tx,
        mailed.map(({ notification }) => notification.facts),
      );
      for (const { recipient, notification } of mailed) {
        await this.mails.send(recipient, { ...notification, urgency: notice.urgency }, names, now);
      }
    }
    tx.afterCommit(() => {
      for (const { recipient } of told) this.waiter.announce(newsKey(recipient.userId));
    });
  }

  private async whoIsTold(
    event: EventEnvelope,
    notice: NoticeOf<object>,
    now: string,
    tx: Transaction,
  ): Promise<Told[]> {
    const told = sidesOf(event, notice);
    const roles = Object.values(told).flat();
    const organisations = await organisationsOf(event, notice, tx);
    const isOfMarketplace = told.marketplace !== undefined;
    if (roles.length === 0 || (organisations.length === 0 && !isOfMarketplace)) return [];
    const found = await this.recipients.withRoles(tx, roles, organisations);
    if (found.length === 0) return [];
    const parties = await partiesOfEvent(tx, event);
    return found.flatMap((recipient): Told[] => {
      const side = sideOf(recipient, told, parties.assistantId);
      if (side === null) return [];
      const { userId, organisationId } = recipient;
      const mail = mailOf(notice, recipient, { happenedAt: event.time, now });
      const notification = {
        id: uuidv7(),
        userId,
        organisationId,
        eventId: event.id,
        kind: kindOf(event.type),
        side,
        topic: notice.topic,
        subject: notice.about?.(event.data) ?? { type: event.aggregateType, id: event.aggregateId },
        facts: { ...parties, ...notice.facts?.(event.data) },
        happenedAt: event.time,
        createdAt: now,
        digestAt: mail === 'daily' ? nextMorningAt(now, recipient.timeZone) : null,
      };
      return [{ recipient, notification, isMailedNow: mail === 'at-once' }];
    });
  }
}

function sidesOf({ data }: EventEnvelope, notice: NoticeOf<object>): NoticeOf<object>['to'] {
  const except = notice.except?.(data) ?? [];
  return Object.fromEntries(Object.entries(notice.to).filter(([side]) => !except.includes(side as Side)));
}

async function organisationsOf(
  { audience, aggregateId, data }: EventEnvelope,
  notice: NoticeOf<object>,
  tx: Transaction,
): Promise<readonly string[]> {
  if (notice.toInvited !== true) return notice.organisations?.(data) ?? audience;
  const [need] = await tx.query<{ invited: string[] }>(
    'SELECT invited_agency_ids AS invited FROM api.need WHERE id = $1',
    [aggregateId],
  );
  return need?.invited ?? [];
}
