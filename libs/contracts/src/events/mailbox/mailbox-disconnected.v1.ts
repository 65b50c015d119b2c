import { IsISO8601, IsUUID } from 'class-validator';

/** A mailbox is read no more, and nothing is kept by which it could be. What was counted stays. */
export class MailboxDisconnectedV1 {
  static readonly type = 'mailbox.disconnected.v1';

  @IsUUID() businessId!: string;
  @IsISO8601() disconnectedAt!: string;
}
