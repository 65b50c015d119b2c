import { IsIn, IsISO8601 } from 'class-validator';
import { MessageOfConversationV1 } from '../message-of-conversation.shape.js';

/** The time is over by which a question was to be answered or a promise to be kept; told once. */
export class MessageOverdueV1 extends MessageOfConversationV1 {
  static readonly type = 'message.overdue.v1';

  @IsIn(['promise', 'question']) openKind!: 'promise' | 'question';

  /** Who has to answer, or to keep what was promised. */
  @IsIn(['agency', 'business']) waitsFor!: 'agency' | 'business';
  @IsISO8601() dueAt!: string;
}
