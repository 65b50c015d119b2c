import { IsBoolean, IsIn, IsObject, IsOptional, IsTimeZone } from 'class-validator';
import { mailDtoLanguages } from './auth.dto.js';
import { CountedPageDto } from './lists.dto.js';
import { Nested } from '../nested.js';

export const notificationStatuses = ['read', 'unread'] as const;

export class NotificationQueryDto {
  /** Those that were read, or were not; all of them when it is left out. */
  @IsOptional() @IsIn(notificationStatuses) status?: (typeof notificationStatuses)[number];

  /** In which they are worded; the reader's own language unless said. */
  @IsOptional() @IsIn(mailDtoLanguages) language?: (typeof mailDtoLanguages)[number];
}

export class NotificationLanguageQueryDto {
  /** In which it is worded; the reader's own language unless said. */
  @IsOptional() @IsIn(mailDtoLanguages) language?: (typeof mailDtoLanguages)[number];
}

export class NotificationSubjectDto {
  /** The noun of what it is about, such as `booking`. */
  type!: string;
  id!: string;
}

export class NotificationDto {
  id!: string;
  /** What happened, such as `booking.confirmed`: the event's type without its version. */
  kind!: string;
  topic!: string;
  /** A sentence for the reader, with names and times on her clock. */
  text!: string;
  subject!: NotificationSubjectDto;
  happenedAt!: string;
  readAt!: string | null;
}

/** Newest first. */
export class NotificationPageDto extends CountedPageDto {
  items!: NotificationDto[];
}

export class MarkReadDto {
  /** Whether those before it were read as well. */
  @IsOptional() @IsBoolean() earlierToo?: boolean;
}

export const mailDtoChoices = ['at-once', 'daily', 'never'] as const;
type MailDtoChoice = (typeof mailDtoChoices)[number];

/**
 * How each topic is mailed: at once, in one mail in the morning, or never. A topic that is left out goes by how much it matters,
 * and what is essential (a cancelled booking, a suspended agency) is mailed at once in any case.
 */
export class MailChoicesDto {
  @IsOptional() @IsIn(mailDtoChoices) bookings?: MailDtoChoice;
  @IsOptional() @IsIn(mailDtoChoices) agreements?: MailDtoChoice;
  @IsOptional() @IsIn(mailDtoChoices) proposals?: MailDtoChoice;
  @IsOptional() @IsIn(mailDtoChoices) work?: MailDtoChoice;
  @IsOptional() @IsIn(mailDtoChoices) messages?: MailDtoChoice;
  @IsOptional() @IsIn(mailDtoChoices) invoices?: MailDtoChoice;
  @IsOptional() @IsIn(mailDtoChoices) workplaces?: MailDtoChoice;
  @IsOptional() @IsIn(mailDtoChoices) reviews?: MailDtoChoice;
  @IsOptional() @IsIn(mailDtoChoices) organisation?: MailDtoChoice;
  @IsOptional() @IsIn(mailDtoChoices) operations?: MailDtoChoice;
}

/** How a person is told, whichever organisation she acts for. */
export class NotificationPreferencesDto {
  /** In which she is written to. */
  @IsIn(mailDtoLanguages) language!: (typeof mailDtoLanguages)[number];

  /** IANA zone in which it is morning for her; null for that of her business or her listing. */
  @IsOptional() @IsTimeZone() timeZone!: string | null;
  @IsObject() @Nested(() => MailChoicesDto) mail!: MailChoicesDto;
}
