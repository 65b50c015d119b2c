import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
} from 'class-validator';
import { IsOneLine } from './is-one-line.js';
import { IsShown } from './is-shown.js';
import { CountedPageDto } from './lists.dto.js';
import { channelKinds } from './needs.dto.js';
import { Nested } from '../nested.js';

export const messageWriters = ['agency', 'assistant', 'business'] as const;
export const openItemKinds = ['promise', 'question'] as const;
export const messageOrigins = ['api', 'email', 'in-app', 'webhook'] as const;
export const settlementKinds = ['answered', 'kept', 'withdrawn'] as const;
const sides = ['agency', 'business'] as const;

/** What there is to talk about, one engagement each. */
export class ConversationDto {
  engagementId!: string;
  businessId!: string;
  agencyId!: string;
  assistantId!: string;
  businessName!: string;
  agencyName!: string;
  /** The one or two that are agreed at the moment. */
  channels!: (typeof channelKinds)[number][];
  messages!: number;
  /** Messages of others that the reader has not read. */
  unread!: number;
  /** Open items that wait for the reader's side, and how many of those are overdue. */
  waiting!: number;
  overdue!: number;
  lastMessageAt!: string | null;
  /** Where mail of the two sides comes in as messages; null where the marketplace takes none. */
  mailAddress!: string | null;
}

export class ConversationPageDto {
  items!: ConversationDto[];
  next!: string | null;
}

export class OpenThreadDto {
  /** What it is about. */
  @IsString() @IsOneLine() @IsShown() @Length(1, 200) subject!: string;

  /** One of those that are agreed at the moment. */
  @IsIn(channelKinds) channel!: (typeof channelKinds)[number];
}

export class ThreadDto {
  id!: string;
  engagementId!: string;
  subject!: string;
  /** The agreed channel in which it goes on; null where its place has none any more, and nothing can be added. */
  channel!: (typeof channelKinds)[number] | null;
  openedBy!: (typeof messageWriters)[number];
  openedAt!: string;
  messages!: number;
  unread!: number;
  lastMessageAt!: string | null;
}

export class ThreadPageDto {
  items!: ThreadDto[];
  next!: string | null;
}

/** Work that is accepted by a message. */
export class AcceptedWorkDto {
  @IsUUID() runId!: string;

  /** 1..5 */
  @IsInt() @Min(1) @Max(5) quality!: number;
}

export class SendMessageDto {
  @IsUUID() threadId!: string;
  @IsString() @Length(1, 20_000) text!: string;

  /** Whether it expects an answer; then it is open until it has one. */
  @IsOptional() @IsBoolean() expectsAnswer?: boolean;

  /** By when the answer is expected; without, within the agreement's target in the assistant's working hours. */
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 40) answerBy?: string;

  /** That something is promised with it, and the instant by which it is kept. */
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 40) promiseKeptBy?: string;

  /** The message of the same thread that it replies to: an answer of the other side settles a question. */
  @IsOptional() @IsUUID() repliesTo?: string;

  /** That what the message it replies to promised is done. */
  @IsOptional() @IsBoolean() keepsPromise?: boolean;

  /** Files that hang on it, which were brought before. */
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsUUID(undefined, { each: true }) fileIds?: string[];

  /** A run of a duty that the business accepts as it is with the message. */
  @IsOptional() @Nested(() => AcceptedWorkDto) accepts?: AcceptedWorkDto;

  /** That it asks for a change of what was agreed; it expects an answer then. The change itself is signed by both sides. */
  @IsOptional() @IsBoolean() asksForChange?: boolean;
}

/** What a message leaves open until it is settled. */
export class OpenItemDto {
  kind!: (typeof openItemKinds)[number];
  dueAt!: string;
  /** Who has to answer, or to keep what was promised. */
  waitsFor!: (typeof sides)[number];
  overdue!: boolean;
  settledAt!: string | null;
  settledAs!: (typeof settlementKinds)[number] | null;
  /** The message that settled it; null where somebody said so without one. */
  settledByMessageId!: string | null;
}

export class MessageDto {
  id!: string;
  engagementId!: string;
  threadId!: string;
  /** Its place in the conversation, from 1, without gaps. */
  number!: number;
  writtenBy!: (typeof messageWriters)[number];
  channel!: (typeof channelKinds)[number];
  /** Whether it was said elsewhere than in a channel that was agreed then: it settles, accepts and changes nothing. */
  offChannel!: boolean;
  /** How it came: written here, told by a program, by a signed webhook, or by e-mail. */
  origin!: (typeof messageOrigins)[number];
  /** What it is called where it was written, and which side told of it; null where it was written here. */
  externalId!: string | null;
  toldBy!: (typeof sides)[number] | null;
  /** Whether a program wrote it, as it does while somebody is away. */
  automatic!: boolean;
  /** The run of a duty that was accepted with it. */
  acceptsRunId!: string | null;
  asksForChange!: boolean;
  /** Files that hang on it. */
  fileIds!: string[];
  text!: string;
  /** When it was written or said; `receivedAt` is when it came in here. */
  sentAt!: string;
  receivedAt!: string;
  repliesTo!: string | null;
  openItem!: OpenItemDto | null;
  version!: number;
}

export class MessagePageDto extends CountedPageDto {
  items!: MessageDto[];
}

export const messageSorts = ['number', '-number'] as const;

export class MessageQueryDto {
  @IsOptional() @IsUUID() threadId?: string;

  /** Words that are looked for, in English, Spanish and Catalan alike; "in quotes" as they stand, -without. */
  @IsOptional() @IsString() @Length(1, 200) text?: string;

  /** Only those after this number. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(2_000_000_000) afterNumber?: number;

  /** The latest first unless said. */
  @IsOptional() @IsIn(messageSorts) sort?: (typeof messageSorts)[number];
}

export const waitedFor = ['them', 'us'] as const;

export class OpenItemQueryDto {
  @IsOptional() @IsUUID() engagementId?: string;

  /** Of the agency's assistants the one whose engagements are meant. */
  @IsOptional() @IsUUID() assistantId?: string;

  /** Only what waits for the reader's own side, or for the other one. */
  @IsOptional() @IsIn(waitedFor) waitsFor?: (typeof waitedFor)[number];
}

export class SettleMessageDto {
  /** What became of it: a question is answered, a promise is kept, and either may be withdrawn by who waits. */
  @IsIn(settlementKinds) as!: (typeof settlementKinds)[number];
}

export class ReadThreadDto {
  /** The number of the last message that was read. */
  @IsInt() @Min(1) @Max(2_000_000_000) upTo!: number;
}

export const threadExportFormats = ['mbox', 'pdf'] as const;

export class ThreadExportQueryDto {
  /** A PDF unless said. */
  @IsOptional() @IsIn(threadExportFormats) format?: (typeof threadExportFormats)[number];

  /** Of the words around the messages in a PDF; English unless said. */
  @IsOptional() @IsIn(['en', 'es', 'ca']) language?: 'en' | 'es' | 'ca';

  /** Only messages after this number. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(0) @Max(2_000_000_000) afterNumber?: number;
}
