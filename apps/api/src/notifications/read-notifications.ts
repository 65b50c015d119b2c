import { marketplace } from '#access';
import type { NotificationDto, NotificationPageDto } from '#contracts';
import type { NotificationLanguage } from '#domain';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { namesOfParties } from './notice-parties.js';
import { noticeWords } from './notice-words.js';
import { NotificationRecipients } from './notification-recipients.js';
import { type NotificationRow, NotificationStore, type ReadingMember } from './notification.store.js';

/** Notifications in words: on the reader's clock, and in the language asked for. */
@Injectable()
export class ReadNotifications {
  constructor(
    private readonly database: ApiDatabase,
    private readonly notifications: NotificationStore,
    private readonly recipients: NotificationRecipients,
  ) {}

  async page(
    member: ReadingMember,
    status: 'read' | 'unread' | undefined,
    language: NotificationLanguage,
    request: PageRequest,
  ): Promise<NotificationPageDto> {
    const page = await this.notifications.page(member, status, request, (row) => row);
    return { ...page, items: await this.worded(member, page.items, language) };
  }

  /** @throws DomainError `notification.not-found` */
  async one(member: ReadingMember, id: string, language: NotificationLanguage): Promise<NotificationDto> {
    const [notification] = await this.worded(member, [await this.notifications.load(member, id)], language);
    return notification!;
  }

  private async worded(
    { userId, organisationId }: ReadingMember,
    rows: readonly NotificationRow[],
    language: NotificationLanguage,
  ): Promise<NotificationDto[]> {
    if (rows.length === 0) return [];
    const reader = await this.recipients.one(userId, organisationId);
    const timeZone = reader?.timeZone ?? 'UTC';
    // Whoever was told of somebody may know the name; the names are of the parties of her own notifications alone.
    const names = await this.database.read(marketplace, (tx) =>
      namesOfParties(
        tx,
        rows.map(({ facts }) => facts),
      ),
    );
    return rows.map(({ id, kind, topic, subjectType, subjectId, happenedAt, readAt, ...row }) => ({
      id,
      kind,
      topic,
      text: noticeWords({ kind, ...row }, names, { language, timeZone }),
      subject: { type: subjectType, id: subjectId },
      happenedAt: happenedAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    }));
  }
}
