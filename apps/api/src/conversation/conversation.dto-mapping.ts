import type { ConversationDto, MessageDto, SendMessageDto, ThreadDto } from '#contracts';
import type { Channel, OpenKind, Settlement, Side, ThreadId, Writer } from '#domain';
import type { WrittenMessage } from './send-message.js';

export interface ConversationRow extends Omit<
  ConversationDto,
  'engagementId' | 'businessName' | 'agencyName' | 'lastMessageAt'
> {
  readonly id: string;
  readonly lastMessageAt: Date | null;
}

export const conversationDto = (
  { id, lastMessageAt, ...row }: ConversationRow,
  names: { readonly business: string; readonly agency: string },
): ConversationDto => ({
  engagementId: id,
  ...row,
  businessName: names.business,
  agencyName: names.agency,
  lastMessageAt: lastMessageAt?.toISOString() ?? null,
});

export interface ThreadRow extends Omit<ThreadDto, 'openedAt' | 'lastMessageAt'> {
  readonly openedAt: Date;
  readonly lastMessageAt: Date | null;
}

export const threadDto = ({ openedAt, lastMessageAt, ...row }: ThreadRow): ThreadDto => ({
  ...row,
  openedAt: openedAt.toISOString(),
  lastMessageAt: lastMessageAt?.toISOString() ?? null,
});

export interface MessageRow {
  readonly id: string;
  readonly engagementId: string;
  readonly threadId: string;
  readonly number: number;
  readonly writtenBy: Writer;
  readonly channel: Channel;
  readonly text: string;
  readonly sentAt: Date;
  readonly repliesTo: string | null;
  readonly openKind: OpenKind | null;
  readonly waitsFor: Side | null;
  readonly dueAt: Date | null;
  readonly settledAt: Date | null;
  readonly settledAs: Settlement | null;
  readonly settledBy: string | null;
  readonly version: number;
}

export const messageColumns = `id, engagement_id AS "engagementId", thread_id AS "threadId", number, written_by AS "writtenBy",
  channel, text, sent_at AS "sentAt", replies_to AS "repliesTo", open_kind AS "openKind", waits_for AS "waitsFor",
  due_at AS "dueAt", settled_at AS "settledAt", settled_as AS "settledAs", settled_by AS "settledBy", version`;

export const messageDto =
  (now: string) =>
  (row: MessageRow): MessageDto => ({
    id: row.id,
    engagementId: row.engagementId,
    threadId: row.threadId,
    number: row.number,
    writtenBy: row.writtenBy,
    channel: row.channel,
    text: row.text,
    sentAt: row.sentAt.toISOString(),
    repliesTo: row.repliesTo,
    openItem: openItemDto(row, now),
    version: row.version,
  });

function openItemDto(row: MessageRow, now: string): MessageDto['openItem'] {
  const { openKind: kind, waitsFor, dueAt, settledAt, settledAs, settledBy } = row;
  if (kind === null || waitsFor === null || dueAt === null) return null;
  return {
    kind,
    waitsFor,
    dueAt: dueAt.toISOString(),
    overdue: settledAt === null && dueAt.toISOString() <= now,
    settledAt: settledAt?.toISOString() ?? null,
    settledAs,
    settledByMessageId: settledBy,
  };
}

export const writtenMessage = (body: SendMessageDto): WrittenMessage => ({
  threadId: body.threadId as ThreadId,
  text: body.text,
  question: body.expectsAnswer || body.answerBy !== undefined ? { answerBy: body.answerBy ?? null } : null,
  promise: body.promiseKeptBy === undefined ? null : { keptBy: body.promiseKeptBy },
  repliesTo: body.repliesTo ?? null,
  keepsPromise: body.keepsPromise ?? false,
});
