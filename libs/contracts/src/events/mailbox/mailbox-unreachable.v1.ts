import { IsIn, IsISO8601, IsUUID } from 'class-validator';

const mailboxFailuresV1 = [
  'address-refused',
  'connection',
  'host-unknown',
  'login-refused',
  'no-sent-folder',
  'not-imap',
  'password-lost',
  'timeout',
  'tls',
  'too-large',
] as const;

/** A mailbox couldn't be read for a day: what customers asked since then isn't counted until it can be read again. */
export class MailboxUnreachableV1 {
  static readonly type = 'mailbox.unreachable.v1';

  @IsUUID() businessId!: string;
  @IsIn(mailboxFailuresV1) because!: (typeof mailboxFailuresV1)[number];
  @IsISO8601() since!: string;
}
