import type { ConversationDto, MessageDto, SendMessageDto, ThreadDto } from '#contracts';
import type { Channel, DutyRunId, MessageOrigin, OpenKind, Settlement, Side, ThreadId, Writer } from '#domain';
import type { WrittenMessage } from './send-message.js';

export interface ConversationRow extends Omit<
  ConversationDto,
  'engagementId' | 'businessName' | 'agencyName' | 'lastMessageAt' | 'mailAddress'
> {
  readonly id: string;
  readonly lastMessageAt: Date | null;
}

export const conversationDto = (
  { id, lastMessageAt, ...row }: ConversationRow,
  names: { readonly business: string; readonly agency: string },
  mailAddress: string | null,
): ConversationDto => ({
  engagementId: id,
  ...row,
  businessName: names.business,
  agencyName: names.agency,
  lastMessageAt: lastMessageAt?.toISOString() ?? null,
  mailAddress,
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
  readonly offChannel: boolean;
  readonly origin: MessageOrigin;
  readonly externalId: string | null;
  readonly toldBy: Side | null;
  readonly automatic: boolean;
  readonly acceptsRunId: string | null;
  readonly asksForChange: boolean;
  readonly fileIds: string[];
  readonly text: string;
  readonly sentAt: Date;
  readonly receivedAt: Date | null;
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
  channel, agreed_channel_id IS NULL AS "offChannel", origin, external_id AS "externalId", told_by AS "toldBy", automatic,
  accepts_run_id AS "acceptsRunId", asks_for_change AS "asksForChange", file_ids AS "fileIds", received_at AS "receivedAt", text, sent_at AS "sentAt", replies_to AS "repliesTo", open_kind AS "openKind", waits_for AS "waitsFor",
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
    offChannel: row.offChannel,
    origin: row.origin,
    externalId: row.externalId,
    toldBy: row.toldBy,
    automatic: row.automatic,
    acceptsRunId: row.acceptsRunId,
    asksForChange: row.asksForChange,
    fileIds: row.fileIds,
    text: row.text,
    sentAt: row.sentAt.toISOString(),
    receivedAt: (row.receivedAt ?? row.sentAt).toISOString(),
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
  question: questionOf(body),
  promise: body.promiseKeptBy === undefined ? null : { keptBy: body.promiseKeptBy },
  repliesTo: body.repliesTo ?? null,
  keepsPromise: body.keepsPromise ?? false,
  accepts: acceptedWork(body),
  asksForChange: body.asksForChange ?? false,
  fileIds: body.fileIds ?? [],
});

/** Whoever asks for a change expects an answer. */
export const questionOf = ({
  expectsAnswer,
  answerBy,
  asksForChange,
}: Pick<SendMessageDto, 'answerBy' | 'asksForChange' | 'expectsAnswer'>): WrittenMessage['question'] =>
  expectsAnswer || asksForChange || answerBy !== undefined ? { answerBy: answerBy ?? null } : null;

export const acceptedWork = ({ accepts }: Pick<SendMessageDto, 'accepts'>): WrittenMessage['accepts'] =>
  accepts === undefined ? null : { dutyRunId: accepts.runId as DutyRunId, quality: accepts.quality };
