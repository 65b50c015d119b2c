import { IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';
import { mailboxFailureCodes } from '../mailbox-failures.js';
import { IsOneLine } from './is-one-line.js';

export const mailboxSecurityModes = ['tls', 'starttls', 'none'] as const;

export class ConnectMailboxDto {
  /** The IMAP server, as the provider of the mailbox names it. */
  @IsString() @IsOneLine() @Length(1, 253) host!: string;
  /** 993 with TLS from the beginning, 143 with STARTTLS. */
  @IsInt() @Min(1) @Max(65_535) port!: number;
  /** `none` only on the machine itself, where that is allowed. */
  @IsIn(mailboxSecurityModes) security!: (typeof mailboxSecurityModes)[number];
  /** Who signs in there, mostly the address of the mailbox. */
  @IsString() @IsOneLine() @Length(1, 320) userName!: string;
  /** Best one for apps, which the provider makes for this alone. Kept sealed, and never shown again. */
  @IsString() @IsOneLine() @Length(1, 500) password!: string;
}

export const mailboxDtoStatuses = ['connected', 'unreachable'] as const;

/** A mailbox out of which enquiries are counted: when mails came and which answers which is kept, and neither who wrote nor what. */
export class MailboxDto {
  id!: string;
  host!: string;
  port!: number;
  @IsIn(mailboxSecurityModes) security!: (typeof mailboxSecurityModes)[number];
  userName!: string;
  @IsIn(mailboxDtoStatuses) status!: (typeof mailboxDtoStatuses)[number];
  connectedAt!: string;
  /** When it was last read; null where it hasn't been yet. */
  lastReadAt!: string | null;
  /** Since when reading it fails, and why; null where all is well. */
  failingSince!: string | null;
  @IsIn(mailboxFailureCodes) failure!: (typeof mailboxFailureCodes)[number] | null;
  /** When it is read next, as far as is known. */
  nextReadAt!: string;
  /** Mails of which it is kept when they came. */
  mails!: number;
  /** Whether all that there is has been read; of a mailbox with many mails some are read at a time. */
  caughtUp!: boolean;
  version!: number;
}

export class MailboxListDto {
  items!: MailboxDto[];
}
