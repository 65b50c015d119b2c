import { AboutMessage } from '../message-shapes.js';

/** An administrator gave a message up that a consumer had put aside: it will not be handled. */
export class MessageDiscardedV1 extends AboutMessage {
  static readonly type = 'message.discarded.v1';
}
