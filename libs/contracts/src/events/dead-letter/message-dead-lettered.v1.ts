import { IsString } from 'class-validator';
import { AboutMessage } from '../message-shapes.js';

/** A consumer put an event aside that it could not handle; later ones of the same aggregate wait behind it. */
export class MessageDeadLetteredV1 extends AboutMessage {
  static readonly type = 'message.dead-lettered.v1';

  @IsString() cause!: string;
}
