import { AboutMessage } from '../message-shapes.js';

/** An event waits behind an earlier one of its aggregate that a consumer put aside. */
export class MessageParkedV1 extends AboutMessage {
  static readonly type = 'message.parked.v1';
}
