import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { IsOneLine } from './is-one-line.js';
import { CountedPageDto } from './lists.dto.js';

const eventType = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.v\d{1,3}$/;

/** What may be said of an endpoint, and changed. */
abstract class EndpointChoicesDto {
  /** What it is for. */
  @IsOptional() @IsString() @IsOneLine() @MaxLength(200) description?: string;

  /** Types of events, such as `booking.confirmed.v1`; all when it is empty, or was never said. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Matches(eventType, { each: true })
  types?: string[];
}

export class RegisterWebhookDto extends EndpointChoicesDto {
  /** Where to: `https://…`, without name, password and fragment. */
  @IsString() @IsOneLine() @Length(8, 2_000) url!: string;
}

/** What is left out stays as it is. */
export class UpdateWebhookDto extends EndpointChoicesDto {
  @IsOptional() @IsString() @IsOneLine() @Length(8, 2_000) url?: string;
}

export const webhookDtoStatuses = ['active', 'paused'] as const;
export const webhookDtoPauseReasons = ['asked', 'failures', 'gone'] as const;

export class WebhookDto {
  id!: string;
  url!: string;
  description!: string;
  /** Types of events that are sent there; empty for all. */
  types!: string[];
  @IsIn(webhookDtoStatuses) status!: (typeof webhookDtoStatuses)[number];
  pausedAt!: string | null;
  /** An owner asked, it failed for three days, or it answered 410. */
  @IsOptional() @IsIn(webhookDtoPauseReasons) pausedBecause!: (typeof webhookDtoPauseReasons)[number] | null;
  /** Until when the secret before the present one signs as well; null where it doesn't. */
  previousSecretEndsAt!: string | null;
  /** Messages that wait. */
  waiting!: number;
  /** Since when the next message has failed; null where all is well. */
  failingSince!: string | null;
  /** When the next message is tried; null where none waits. */
  nextAttemptAt!: string | null;
  registeredAt!: string;
  version!: number;
}

export class NewWebhookDto extends WebhookDto {
  /** `whsec_…`, by which what is sent can be verified (Standard Webhooks). Shown once. */
  secret!: string;
}

export class WebhookPageDto {
  items!: WebhookDto[];
  next!: string | null;
}

export const webhookDeliveryDtoStatuses = ['waiting', 'delivered', 'expired'] as const;

export class WebhookDeliveryQueryDto {
  @IsOptional() @IsIn(webhookDeliveryDtoStatuses) status?: (typeof webhookDeliveryDtoStatuses)[number];
}

export class WebhookAttemptDto {
  /** From 1. */
  number!: number;
  attemptedAt!: string;
  durationMs!: number;
  /** What was answered; null where nothing was. */
  responseStatus!: number | null;
  /** `status` for an answer that is no success, otherwise what kept the answer away; null where it was taken. */
  failure!: string | null;
}

export class WebhookDeliveryDto {
  id!: string;
  eventId!: string;
  eventType!: string;
  happenedAt!: string;
  queuedAt!: string;
  @IsIn(webhookDeliveryDtoStatuses) status!: (typeof webhookDeliveryDtoStatuses)[number];
  attempts!: number;
  /** When it was taken, or was given up with its event; null while it waits. */
  settledAt!: string | null;
  /** Whether somebody asked for it to be sent again. */
  again!: boolean;
  lastAttempt!: WebhookAttemptDto | null;
}

/** Newest first. */
export class WebhookDeliveryPageDto extends CountedPageDto {
  items!: WebhookDeliveryDto[];
}

/** A message with each of its attempts. */
export class WebhookDeliveryDetailsDto extends WebhookDeliveryDto {
  allAttempts!: WebhookAttemptDto[];
}

/** What happened from one instant up to another, which isn't part of it. */
export class RedeliverSpanDto {
  @IsISO8601({ strict: true, strictSeparator: true }) from!: string;
  @IsISO8601({ strict: true, strictSeparator: true }) to!: string;
}

export class RedeliveredDto {
  /** How many messages wait anew. */
  queued!: number;
}
