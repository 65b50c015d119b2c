import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBase64,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import { Nested } from '../nested.js';
import { AcceptedWorkDto, messageWriters } from './conversation.dto.js';
import { IsOneLine } from './is-one-line.js';
import { IsShown } from './is-shown.js';
import { ListOf } from './list-of.js';
import { channelKinds } from './needs.dto.js';

/** What was said outside of here. */
class OutsideMessageDto {
  /** Whose message it is. */
  @IsIn(messageWriters) writtenBy!: (typeof messageWriters)[number];

  /** When it was said. */
  @IsISO8601({ strict: true }) @Length(10, 40) saidAt!: string;
  @IsString() @Length(1, 20_000) text!: string;

  /** By which its thread is found, or named where there is none; the first words without. */
  @IsOptional() @IsString() @IsOneLine() @IsShown() @Length(1, 200) subject?: string;

  /** The thread that it belongs to, where that is known. */
  @IsOptional() @IsUUID() threadId?: string;

  /** The message that it replies to, by its id here or in the channel. One that comes in later is linked then. */
  @IsOptional() @IsString() @IsOneLine() @IsShown() @Length(1, 500) repliesTo?: string;

  /** Whether it expects an answer; then it is open until it has one. */
  @IsOptional() @IsBoolean() expectsAnswer?: boolean;

  /** By when the answer is expected; without, within the agreement's target in the assistant's working hours. */
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 40) answerBy?: string;

  /** That something is promised with it, and the instant by which it is kept. */
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 40) promiseKeptBy?: string;

  /** That what the message it replies to promised is done. */
  @IsOptional() @IsBoolean() keepsPromise?: boolean;

  /** A run of a duty that the business accepts as it is with the message; only in an agreed channel. */
  @IsOptional() @Nested(() => AcceptedWorkDto) accepts?: AcceptedWorkDto;

  /** That it asks for a change of what was agreed; only in an agreed channel. */
  @IsOptional() @IsBoolean() asksForChange?: boolean;
}

export class TellMessageDto extends OutsideMessageDto {
  /** Files that hang on it, which were brought before. */
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsUUID(undefined, { each: true }) fileIds?: string[];

  /** In which it was said. One that isn't agreed can be told of all the same, and is marked. */
  @IsIn(channelKinds) channel!: (typeof channelKinds)[number];

  /** What the message is called there: telling of the same one again changes nothing. */
  @IsString() @IsOneLine() @IsShown() @Length(1, 500) externalId!: string;
}

/** A file that hangs on a message. */
export class DeliveredFileDto {
  /** What it is called, without a path: `receipt.pdf`. */
  @IsString() @Length(1, 200) @IsOneLine() @IsShown() @Matches(/^[^/\\]+$/) name!: string;

  /** Its bytes in base64; what they are is found out from them. */
  @IsString() @Length(1, 2_800_000) @IsBase64() content!: string;
}

/** What a channel's webhook sends, in the channel of the hook. */
export class DeliverMessageDto extends OutsideMessageDto {
  /** Files that hang on it, of two mebibytes together. */
  @IsOptional() @ListOf(() => DeliveredFileDto, { most: 10 }) attachments?: DeliveredFileDto[];

  /** What the message is called in the channel; `webhook-id` without. */
  @IsOptional() @IsString() @IsOneLine() @IsShown() @Length(1, 500) externalId?: string;
}

/** What became of a message that was delivered. */
export class DeliveredMessageDto {
  messageId!: string;
  engagementId!: string;
  /** Whether it came for the first time. */
  isNew!: boolean;
}

export class MakeChannelHookDto {
  /** Whose messages it sends. */
  @IsIn(channelKinds) channel!: (typeof channelKinds)[number];
}

/** Where a channel sends its messages, signed as Standard Webhooks are. */
export class ChannelHookDto {
  id!: string;
  engagementId!: string;
  channel!: (typeof channelKinds)[number];
  /** Which side made it: what it tells counts as told by that side. */
  madeBy!: 'agency' | 'business';
  madeAt!: string;
  /** Where to send, a path of this service. */
  path!: string;
}

export class NewChannelHookDto extends ChannelHookDto {
  /** What signs: shown once. */
  secret!: string;
}

export class ChannelHookPageDto {
  items!: ChannelHookDto[];
  next!: string | null;
}

export class InboundMailQueryDto {
  /** Whom the mail server had it for; without, what the headers of the mail say. */
  @IsOptional() @IsString() @IsOneLine() @IsShown() @Length(3, 320) to?: string;
}
