import { IsISO8601, IsUUID } from 'class-validator';

/** Enquiries of a business are counted out of a mailbox from now on; which one is its own. */
export class MailboxConnectedV1 {
  static readonly type = 'mailbox.connected.v1';

  @IsUUID() businessId!: string;
  @IsISO8601() connectedAt!: string;
}
