import { IsISO8601, IsUUID } from 'class-validator';

/** A mailbox is read again. */
export class MailboxReachableV1 {
  static readonly type = 'mailbox.reachable.v1';

  @IsUUID() businessId!: string;
  @IsISO8601() reachedAt!: string;
}
