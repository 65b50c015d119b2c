import { AboutMessage } from '../message-shapes.js';

/** An event that had been put aside, or waited behind one, was handled after all. */
export class MessageReplayedV1 extends AboutMessage {
  static readonly type = 'message.replayed.v1';
}
