import { IsIn, IsISO8601, IsUUID } from 'class-validator';
import { mailboxFailureCodes } from '../../mailbox-failures.js';

/** A mailbox couldn't be read for a day: what customers asked since then isn't counted until it can be read again. */
export class MailboxUnreachableV1 {
  static readonly type = 'mailbox.unreachable.v1';

  @IsUUID() businessId!: string;
  @IsIn(mailboxFailureCodes) because!: (typeof mailboxFailureCodes)[number];
  @IsISO8601() since!: string;
}
