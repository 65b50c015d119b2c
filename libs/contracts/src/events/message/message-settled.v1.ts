import { IsIn, IsISO8601 } from 'class-validator';
import { MessageOfConversationV1 } from '../message-of-conversation.shape.js';

/** What a message left open is open no more. */
export class MessageSettledV1 extends MessageOfConversationV1 {
  static readonly type = 'message.settled.v1';

  @IsIn(['answered', 'kept', 'withdrawn']) settledAs!: 'answered' | 'kept' | 'withdrawn';
  @IsISO8601() settledAt!: string;
}
