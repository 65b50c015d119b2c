import { IsBoolean, IsIn, IsISO8601, IsOptional } from 'class-validator';
import { MessageOfConversationV1 } from '../message-of-conversation.shape.js';

/** One side wrote to the other. The words stay at home. */
export class MessageSentV1 extends MessageOfConversationV1 {
  static readonly type = 'message.sent.v1';

  @IsIn(['agency', 'assistant', 'business']) writtenBy!: 'agency' | 'assistant' | 'business';

  /** Whether it was said elsewhere than in an agreed channel. */
  @IsBoolean() offChannel!: boolean;

  /** What it leaves open; null where nothing is. */
  @IsOptional() @IsIn(['promise', 'question']) openKind!: 'promise' | 'question' | null;

  /** By when that is due. */
  @IsOptional() @IsISO8601() dueAt!: string | null;
  @IsISO8601() sentAt!: string;
}
