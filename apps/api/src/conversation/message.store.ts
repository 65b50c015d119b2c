import { marketplace } from '#access';
import {
  DomainError,
  type KnownMessage,
  type MessageFact,
  type MessageId,
  type MessageSent,
  type MessageSettled,
  type OpenItem,
  type OpenKind,
  type Side,
  type TalkingParties,
  type ThreadId,
} from '#domain';
import type { Database, EventBody, Scope, Transaction } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';
import { ResultWaiter } from '../result-waiter/result-waiter.js';
import { type MessagePlace, overdueEvent, sentEvent, settledEvent } from './message.events.js';

export const conversationKey = (engagementId: string): string => `conversation ${engagementId}`;

interface KnownRow {
  readonly messageId: MessageId;
  readonly threadId: ThreadId;
  readonly version: number;
  readonly openKind: OpenKind | null;
  readonly waitsFor: Side | null;
  readonly dueAt: Date | null;
  readonly settledAt: Date | null;
}
interface OverdueRow extends Omit<MessagePlace, 'threadId'> {
  readonly messageId: string;
  readonly threadId: string;
  readonly version: number;
  readonly openKind: OpenKind;
  readonly waitsFor: Side;
  readonly dueAt: Date;
}

const known = `id AS "messageId", thread_id AS "threadId", version, open_kind AS "openKind", waits_for AS "waitsFor",
  due_at AS "dueAt", settled_at AS "settledAt"`;

/** Messages as rows. Each conversation is written to by one at a time, so that its numbers have no gaps. */
@Injectable()
export class MessageStore {
  constructor(
    @Inject(apiDatabase) private readonly database: Database,
    private readonly waiter: ResultWaiter,
  ) {}

  /** Nobody else writes to the conversation until the transaction is over, and whoever follows it is told after that. */
  async lock(tx: Transaction, { engagementId, businessId, agencyId, assistantId }: TalkingParties): Promise<void> {
    await tx.execute(
      `INSERT INTO api.conversation AS known (engagement_id, business_id, agency_id, assistant_id, revision)
       VALUES ($1, $2, $3, $4, 1) ON CONFLICT (engagement_id) DO UPDATE SET revision = known.revision + 1`,
      [engagementId, businessId, agencyId, assistantId],
    );
    tx.afterCommit(() => this.waiter.announce(conversationKey(engagementId)));
  }

  /** 0 before anybody wrote. */
  async revision(scope: Scope, engagementId: string): Promise<number> {
    const [row] = await this.database.read(scope, (tx) =>
      tx.query<{ revision: number }>('SELECT revision FROM api.conversation WHERE engagement_id = $1', [engagementId]),
    );
    return row?.revision ?? 0;
  }

  /** To be called in a conversation that is locked. @throws DomainError `message.not-found`, `precondition.stale` */
  async known(
    tx: Transaction,
    engagementId: string,
    messageId: string,
    expectedVersion: number | null = null,
  ): Promise<KnownMessage> {
    const [row] = await tx.query<KnownRow>(`SELECT ${known} FROM api.message WHERE id = $1 AND engagement_id = $2`, [
      messageId,
      engagementId,
    ]);
    if (row === undefined) throw new DomainError('message.not-found');
    const { version, openKind, waitsFor, dueAt } = row;
    if (expectedVersion !== null && expectedVersion !== version) {
      throw new DomainError('precondition.stale', { expectedVersion, version });
    }
    const openItem: OpenItem | null =
      openKind === null || waitsFor === null || dueAt === null
        ? null
        : { kind: openKind, waitsFor, dueAt: dueAt.toISOString() };
    return { messageId: row.messageId, threadId: row.threadId, openItem, settled: row.settledAt !== null };
  }

  /** Writes what was decided in a conversation that is locked, and tells of it. */
  async apply(tx: Transaction, parties: TalkingParties, facts: readonly MessageFact[]): Promise<void> {
    for (const fact of facts) {
      switch (fact.type) {
        case 'messageSent':
          await this.insert(tx, fact);
          break;
        case 'messageSettled':
          await this.settle(tx, parties, fact);
          break;
        default:
          fact satisfies never;
      }
    }
  }

  /** Tells once of each item that has become overdue, the longest first; returns how many there were. */
  async tellOverdue(now: string, limit: number): Promise<number> {
    return this.database.transaction(marketplace, async (tx) => {
      const rows = await tx.query<OverdueRow>(
        `WITH due AS (
           SELECT id FROM api.message
            WHERE open_kind IS NOT NULL AND settled_at IS NULL AND overdue_at IS NULL AND due_at <= $1
            ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED)
         UPDATE api.message SET overdue_at = $1, version = version + 1 FROM due WHERE message.id = due.id
         RETURNING message.id AS "messageId", thread_id AS "threadId", version, open_kind AS "openKind",
                   waits_for AS "waitsFor", due_at AS "dueAt", engagement_id AS "engagementId",
                   business_id AS "businessId", agency_id AS "agencyId", assistant_id AS "assistantId"`,
        [now, limit],
      );
      const engagements = [...new Set(rows.map(({ engagementId }) => engagementId))].sort();
      await tx.execute(
        `UPDATE api.conversation SET revision = revision + 1 WHERE engagement_id IN
           (SELECT engagement_id FROM api.conversation WHERE engagement_id = ANY ($1::uuid[])
             ORDER BY engagement_id FOR UPDATE)`,
        [engagements],
      );
      for (const { messageId, version, openKind: kind, waitsFor, dueAt, ...place } of rows) {
        const item = { kind, waitsFor, dueAt: dueAt.toISOString() };
        await this.tell(tx, messageId, version, overdueEvent(place, item));
      }
      for (const id of engagements) tx.afterCommit(() => this.waiter.announce(conversationKey(id)));
      return rows.length;
    });
  }

  private async insert(tx: Transaction, sent: MessageSent): Promise<void> {
    const { messageId, threadId, parties, writtenBy, channel, agreedChannelId, text, repliesTo, openItem, sentAt } =
      sent;
    const { engagementId, businessId, agencyId, assistantId } = parties;
    await tx.execute(
      `WITH counted AS (
         UPDATE api.conversation SET messages = messages + 1, last_message_at = $12 WHERE engagement_id = $2
         RETURNING messages), of_thread AS (
         UPDATE api.thread SET messages = messages + 1, last_message_at = $12 WHERE id = $3)
       INSERT INTO api.message (id, version, engagement_id, thread_id, business_id, agency_id, assistant_id, number,
                                written_by, channel, agreed_channel_id, text, replies_to, sent_at, open_kind, waits_for, due_at)
       SELECT $1, 1, $2, $3, $4, $5, $6, messages, $7, $8, $9, $10, $11, $12, $13, $14, $15 FROM counted`,
      [
        messageId,
        engagementId,
        threadId,
        businessId,
        agencyId,
        assistantId,
        writtenBy,
        channel,
        agreedChannelId,
        text,
        repliesTo,
        sentAt,
        openItem?.kind ?? null,
        openItem?.waitsFor ?? null,
        openItem?.dueAt ?? null,
      ],
    );
    await this.tell(tx, messageId, 1, sentEvent(sent));
  }

  private async settle(tx: Transaction, parties: TalkingParties, settled: MessageSettled): Promise<void> {
    const { messageId, as, byMessageId, settledAt } = settled;
    const [row] = await tx.query<{ version: number; threadId: string }>(
      `UPDATE api.message SET settled_at = $2, settled_as = $3, settled_by = $4, version = version + 1
        WHERE id = $1 AND settled_at IS NULL RETURNING version, thread_id AS "threadId"`,
      [messageId, settledAt, as, byMessageId],
    );
    if (row === undefined) throw new Error(`message ${messageId} was settled by somebody who had not locked it`);
    await this.tell(tx, messageId, row.version, settledEvent({ ...parties, threadId: row.threadId }, settled));
  }

  private tell(tx: Transaction, aggregateId: string, aggregateVersion: number, body: EventBody): Promise<void> {
    return tx.append([{ ...body, aggregateType: 'message', aggregateId, aggregateVersion }]);
  }
}
