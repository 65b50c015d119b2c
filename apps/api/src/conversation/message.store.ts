import { marketplace } from '#access';
import {
  DomainError,
  type EarlyReply,
  type KnownMessage,
  type MessageFact,
  type MessageId,
  type MessageSent,
  type MessageSettled,
  type OpenItem,
  type OpenKind,
  type OutsideOrigin,
  type Side,
  type TalkingParties,
  type ThreadId,
  type Writer,
} from '#domain';
import { type EventBody, isUuid, type Scope, type Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
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

/** A message that was told of before. */
export interface ToldRow {
  readonly messageId: MessageId;
  readonly text: string;
  readonly writtenBy: Writer;
}

/** The id of a message here where it is called by that, with or without a domain behind it as in mails; null where it isn't. */
function ownIdIn(reference: string): string | null {
  const [id = ''] = reference.toLowerCase().split('@', 1);
  return isUuid(id) ? id : null;
}

/** Messages as rows. Each conversation is written to by one at a time, so that its numbers have no gaps. */
@Injectable()
export class MessageStore {
  constructor(
    private readonly database: ApiDatabase,
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
    if (expectedVersion !== null && expectedVersion !== row.version) {
      throw new DomainError('precondition.stale', { expectedVersion, version: row.version });
    }
    return knownMessage(row);
  }

  /** To be called in a conversation that is locked; null where nothing in it is called so, by its id here or in its channel. */
  async called(tx: Transaction, engagementId: string, reference: string): Promise<KnownMessage | null> {
    const [row] = await tx.query<KnownRow>(
      `SELECT ${known} FROM api.message WHERE engagement_id = $1 AND (external_id = $2 OR id = $3) ORDER BY number LIMIT 1`,
      [engagementId, reference, ownIdIn(reference)],
    );
    return row === undefined ? null : knownMessage(row);
  }

  /** Null where the message comes for the first time. */
  async toldBefore(
    tx: Transaction,
    engagementId: string,
    { channel, externalId }: Pick<OutsideOrigin, 'channel' | 'externalId'>,
  ): Promise<ToldRow | null> {
    const [row] = await tx.query<ToldRow>(
      `SELECT id AS "messageId", text, written_by AS "writtenBy" FROM api.message
        WHERE engagement_id = $1 AND external_id = $2 AND channel = $3`,
      [engagementId, externalId, channel],
    );
    return row ?? null;
  }

  /** Replies that came in before what they reply to, which is called so in its channel. */
  earlyReplies(tx: Transaction, engagementId: string, externalId: string): Promise<EarlyReply[]> {
    return tx.query<EarlyReply>(
      `SELECT id AS "messageId", written_by AS "writtenBy", agreed_channel_id IS NOT NULL AND NOT automatic AS counts
         FROM api.message WHERE engagement_id = $1 AND answers_external_id = $2 ORDER BY number`,
      [engagementId, externalId],
    );
  }

  /** They have found what they reply to. */
  async linkEarlyReplies(
    tx: Transaction,
    engagementId: string,
    { messageId, externalId }: { readonly messageId: string; readonly externalId: string },
  ): Promise<void> {
    await tx.execute(
      `UPDATE api.message SET replies_to = $3, answers_external_id = NULL
        WHERE engagement_id = $1 AND answers_external_id = $2`,
      [engagementId, externalId, messageId],
    );
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
    const { messageId, threadId, parties, openItem, outside, sentAt } = sent;
    const { engagementId, businessId, agencyId, assistantId } = parties;
    await tx.execute(
      `WITH counted AS (
         UPDATE api.conversation SET messages = messages + 1, last_message_at = greatest(last_message_at, $12)
          WHERE engagement_id = $2 RETURNING messages), of_thread AS (
         UPDATE api.thread SET messages = messages + 1, last_message_at = greatest(last_message_at, $12) WHERE id = $3)
       INSERT INTO api.message (id, version, engagement_id, thread_id, business_id, agency_id, assistant_id, number, written_by,
                                channel, agreed_channel_id, text, replies_to, sent_at, open_kind, waits_for, due_at, origin,
                                external_id, answers_external_id, told_by, automatic, received_at, accepts_run_id, asks_for_change, file_ids)
       SELECT $1, 1, $2, $3, $4, $5, $6, messages, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24
         FROM counted`,
      [
        messageId,
        engagementId,
        threadId,
        businessId,
        agencyId,
        assistantId,
        sent.writtenBy,
        sent.channel,
        sent.agreedChannelId,
        sent.text,
        sent.repliesTo,
        sentAt,
        openItem?.kind ?? null,
        openItem?.waitsFor ?? null,
        openItem?.dueAt ?? null,
        outside?.origin ?? 'in-app',
        outside?.externalId ?? null,
        outside?.answersExternalId ?? null,
        outside?.toldBy ?? null,
        outside?.automatic ?? false,
        outside === null ? null : sent.receivedAt,
        sent.acceptsRunId,
        sent.asksForChange,
        sent.fileIds,
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

function knownMessage({ messageId, threadId, openKind, waitsFor, dueAt, settledAt }: KnownRow): KnownMessage {
  const openItem: OpenItem | null =
    openKind === null || waitsFor === null || dueAt === null
      ? null
      : { kind: openKind, waitsFor, dueAt: dueAt.toISOString() };
  return { messageId, threadId, openItem, settled: settledAt !== null };
}
