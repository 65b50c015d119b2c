import { type Actor, marketplace, scopeOf } from '#access';
import type {
  ConversationDto,
  ConversationPageDto,
  MessageDto,
  MessagePageDto,
  MessageQueryDto,
  OpenItemQueryDto,
  ThreadDto,
  ThreadPageDto,
} from '#contracts';
import { DomainError } from '#domain';
import type { Transaction } from '#platform/database';
import { byId, type PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { bothWays, type Condition, sortedPage } from '../sorted-list.js';
import { assistantScopeOf } from '../work-records/assistant-scope.js';
import {
  type ConversationRow,
  conversationDto,
  messageColumns,
  messageDto,
  type MessageRow,
  threadDto,
  type ThreadRow,
} from './conversation.dto-mapping.js';
import { InboundAddresses } from './inbound-addresses.js';
import { readerOf, TalkingEngagements, writerOf } from './talking-engagements.js';

const numbered = bothWays('number', 'number', 'bigint');
const due = bothWays('due', 'due_at', 'timestamptz');

/** In the languages that messages are written in, and as the words stand. */
const asked = ['simple', 'english', 'spanish', 'catalan'].map((language) => `websearch_to_tsquery('${language}', ?)`);
const speaksOf = `words @@ (${asked.join(' || ')})`;

/** $1 the organisation, $2 the assistant to whose work the reader is bound or null, $3 who reads, $4 as whom she writes. */
const readerParameters = (actor: Actor): unknown[] => [
  actor.organisationId,
  assistantScopeOf(actor),
  readerOf(actor),
  writerOf(actor),
];
const seen = `$1::uuid IN (engagement.business_id, engagement.agency_id)
  AND ($2::text IS NULL OR engagement.assistant_id::text = $2)`;
const unreadIn = (thread: string): string => `(SELECT count(*)::int FROM api.message
  WHERE message.thread_id = ${thread} AND message.written_by <> $4
    AND message.number > coalesce((SELECT up_to FROM api.read_mark WHERE read_mark.thread_id = ${thread}
                                     AND reader_id = $3 AND organisation_id = $1), 0))`;
const openIn = `api.message WHERE message.engagement_id = engagement.id AND open_kind IS NOT NULL AND settled_at IS NULL
  AND waits_for = CASE engagement.business_id WHEN $1 THEN 'business' ELSE 'agency' END`;

const conversations = `SELECT engagement.id, engagement.business_id AS "businessId", engagement.agency_id AS "agencyId",
    engagement.assistant_id AS "assistantId", coalesce(conversation.messages, 0) AS messages,
    conversation.last_message_at AS "lastMessageAt",
    ARRAY(SELECT channel FROM api.agreed_channel
           WHERE engagement_id = engagement.id AND period @> $5::timestamptz ORDER BY place) AS channels,
    (SELECT coalesce(sum(${unreadIn('thread.id')}), 0)::int FROM api.thread WHERE thread.engagement_id = engagement.id) AS unread,
    (SELECT count(*)::int FROM ${openIn}) AS waiting,
    (SELECT count(*)::int FROM ${openIn} AND due_at <= $5) AS overdue
  FROM api.engagement LEFT JOIN api.conversation ON conversation.engagement_id = engagement.id WHERE ${seen}`;

const threads = `SELECT thread.id, thread.engagement_id AS "engagementId", subject, opened_by AS "openedBy",
    opened_at AS "openedAt", thread.messages, last_message_at AS "lastMessageAt",
    (SELECT channel FROM api.agreed_channel agreed WHERE agreed.engagement_id = thread.engagement_id
        AND agreed.place = thread.place AND agreed.period @> $5::timestamptz) AS channel,
    ${unreadIn('thread.id')} AS unread
  FROM api.thread JOIN api.engagement ON engagement.id = thread.engagement_id WHERE ${seen} AND engagement.id = $6`;

/** What somebody reads of the conversations that are hers. */
@Injectable()
export class ConversationReads {
  constructor(
    private readonly database: ApiDatabase,
    private readonly talking: TalkingEngagements,
    private readonly addresses: InboundAddresses,
  ) {}

  /** One per engagement, in the order in which those began. */
  async page(actor: Actor, request: PageRequest, now: string): Promise<ConversationPageDto> {
    const sql = `${conversations} AND ($6::uuid IS NULL OR engagement.id > $6) ORDER BY engagement.id LIMIT $7`;
    const page = await byId.page(
      request,
      (after, limit) => {
        const params = [...readerParameters(actor), now, after?.id ?? null, limit];
        return this.read(actor, (tx) => tx.query<ConversationRow>(sql, params));
      },
      (row) => row,
    );
    return { ...page, items: await this.named(page.items) };
  }

  /** @throws DomainError `engagement.not-found` */
  async one(actor: Actor, engagementId: string, now: string): Promise<ConversationDto> {
    const params = [...readerParameters(actor), now, engagementId];
    const rows = await this.read(actor, (tx) =>
      tx.query<ConversationRow>(`${conversations} AND engagement.id = $6`, params),
    );
    const [found] = await this.named(rows);
    if (found === undefined) throw new DomainError('engagement.not-found');
    return found;
  }

  /** Oldest first. @throws DomainError `engagement.not-found` */
  async threads(actor: Actor, engagementId: string, request: PageRequest, now: string): Promise<ThreadPageDto> {
    await this.talking.of(actor, engagementId);
    const sql = `${threads} AND ($7::uuid IS NULL OR thread.id > $7) ORDER BY thread.id LIMIT $8`;
    return byId.page(
      request,
      (after, limit) => {
        const params = [...readerParameters(actor), now, engagementId, after?.id ?? null, limit];
        return this.read(actor, (tx) => tx.query<ThreadRow>(sql, params));
      },
      threadDto,
    );
  }

  /** @throws DomainError `thread.not-found` */
  async thread(actor: Actor, engagementId: string, threadId: string, now: string): Promise<ThreadDto> {
    const params = [...readerParameters(actor), now, engagementId, threadId];
    const [row] = await this.read(actor, (tx) => tx.query<ThreadRow>(`${threads} AND thread.id = $7`, params));
    if (row === undefined) throw new DomainError('thread.not-found');
    return threadDto(row);
  }

  /** The latest first unless asked otherwise. @throws DomainError `engagement.not-found` */
  async messages(
    actor: Actor,
    engagementId: string,
    { threadId, text, afterNumber, sort = '-number' }: MessageQueryDto,
    request: PageRequest,
    now: string,
  ): Promise<MessagePageDto> {
    await this.talking.of(actor, engagementId);
    const conditions: Condition[] = [
      ['engagement_id = ?', engagementId],
      ['thread_id = ?', threadId],
      [speaksOf, text, text, text, text],
      ['number > ?', afterNumber],
    ];
    const list = { columns: messageColumns, from: 'api.message', id: 'id', conditions, sorts: numbered, sort };
    return this.read(actor, (tx) =>
      sortedPage<MessageRow, MessageDto>((sql, params) => tx.query(sql, [...params]), list, request, messageDto(now)),
    );
  }

  /**
   * Of one thread that the reader has been shown to see, oldest first: no more than are wanted, up to the one with which they hold
   * enough; and the number of the message that follows them, null after the last.
   */
  async wholeThread(
    actor: Actor,
    wanted: { engagementId: string; threadId: string; afterNumber: number; atMost: number; characters: number },
    now: string,
  ): Promise<{ messages: MessageDto[]; nextNumber: number | null }> {
    const { engagementId, threadId, afterNumber, atMost, characters } = wanted;
    const rows = await this.read(actor, (tx) =>
      tx.query<MessageRow & { nextNumber: number | null }>(
        `SELECT ${messageColumns}, following AS "nextNumber" FROM (
           SELECT *, sum(length(text)) OVER upwards - length(text) AS before, lead(number) OVER upwards AS following
             FROM api.message
            WHERE engagement_id = $1 AND thread_id = $2 AND number > $3 WINDOW upwards AS (ORDER BY number) ORDER BY number LIMIT $4) AS message
          WHERE before < $5 ORDER BY number`,
        [engagementId, threadId, afterNumber, atMost, characters],
      ),
    );
    return { messages: rows.map(messageDto(now)), nextNumber: rows.at(-1)?.nextNumber ?? null };
  }

  /** @throws DomainError `message.not-found` */
  async message(actor: Actor, engagementId: string, messageId: string, now: string): Promise<MessageDto> {
    await this.talking.of(actor, engagementId);
    const [row] = await this.read(actor, (tx) =>
      tx.query<MessageRow>(`SELECT ${messageColumns} FROM api.message WHERE id = $1 AND engagement_id = $2`, [
        messageId,
        engagementId,
      ]),
    );
    if (row === undefined) throw new DomainError('message.not-found');
    return messageDto(now)(row);
  }

  /** What is open in all engagements of the reader, overdue ones first, then by when they are due. */
  openItems(
    actor: Actor,
    { engagementId, assistantId, waitsFor }: OpenItemQueryDto,
    request: PageRequest,
    now: string,
  ): Promise<MessagePageDto> {
    const side = actor.organisationKind === 'business' ? 'business' : 'agency';
    const waiting: Condition[] =
      waitsFor === undefined ? [] : [[waitsFor === 'us' ? 'waits_for = ?' : 'waits_for <> ?', side]];
    const conditions: Condition[] = [
      ['open_kind IS NOT NULL AND settled_at IS NULL'],
      ['? IN (business_id, agency_id)', actor.organisationId],
      ['assistant_id::text = ?', assistantScopeOf(actor) ?? undefined],
      ['assistant_id = ?', assistantId],
      ['engagement_id = ?', engagementId],
      ...waiting,
    ];
    const list = { columns: messageColumns, from: 'api.message', id: 'id', conditions, sorts: due, sort: 'due' };
    return this.read(actor, (tx) =>
      sortedPage<MessageRow, MessageDto>((sql, params) => tx.query(sql, [...params]), list, request, messageDto(now)),
    );
  }

  /** Whoever works with somebody may know the name. */
  private async named(rows: readonly ConversationRow[]): Promise<ConversationDto[]> {
    if (rows.length === 0) return [];
    const ids = [...new Set(rows.flatMap(({ businessId, agencyId }) => [businessId, agencyId]))];
    const found = await this.database.read(marketplace, (tx) =>
      tx.query<{ id: string; name: string }>(
        `SELECT id, name FROM api.business WHERE id = ANY ($1::uuid[])
         UNION ALL SELECT id, name FROM api.agency WHERE id = ANY ($1::uuid[])`,
        [ids],
      ),
    );
    const names = new Map(found.map(({ id, name }) => [id, name]));
    return rows.map((row) =>
      conversationDto(
        row,
        { business: names.get(row.businessId) ?? '', agency: names.get(row.agencyId) ?? '' },
        this.addresses.of(row.id),
      ),
    );
  }

  private read<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.read(scopeOf(actor), work);
  }
}
