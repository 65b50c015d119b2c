import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';

export const deadLetterStatuses = ['dead', 'parked', 'replayed', 'discarded'] as const;
export const deadLetterServices = ['api', 'matcher'] as const;

export class DeadLetterQueryDto {
  @IsOptional() @IsIn(deadLetterStatuses) status?: (typeof deadLetterStatuses)[number];
  @IsOptional() @IsIn(deadLetterServices) service?: (typeof deadLetterServices)[number];
}

export class DiscardDeadLetterDto {
  /** For whoever asks later what became of it. */
  @IsString() @Length(1, 500) reason!: string;
}

export class DiscardAskedDto {
  at!: string;

  /** Null for an API key. */
  userId!: string | null;

  reason!: string;
}

/** A message that a consumer put aside, or that waits behind one. */
export class DeadLetterDto {
  id!: string;

  /** The service that holds it. */
  service!: (typeof deadLetterServices)[number];

  consumer!: string;
  topic!: string;

  /** These are null for a message that could not be read as an event; its key, if any, is the aggregate's id then. */
  eventId!: string | null;
  eventType!: string | null;
  eventVersion!: number | null;
  aggregateType!: string | null;
  aggregateId!: string | null;

  /** Why it could not be handled; null for one that only waits. */
  cause!: string | null;

  status!: (typeof deadLetterStatuses)[number];
  putAsideAt!: string;
  replayedAt!: string | null;

  /** When somebody last asked for it to be handled again. */
  replayAskedAt!: string | null;

  /** When it was given up, after somebody had asked for that. */
  discardedAt!: string | null;

  /** When somebody asked for it to be given up, the user who did, and why; null for what nobody wants to give up. */
  discardAsked!: DiscardAskedDto | null;
}

export class DeadLetterPageDto {
  items!: DeadLetterDto[];
  next!: string | null;
}

export class ResourceFiguresDto {
  /** As in the paths. */
  resource!: string;

  total!: number;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) byStatus!: Record<string, number>;
}

/** How messaging of the api is doing, in numbers of events. */
export class MessagingFiguresDto {
  /** Committed and not yet in the journal; counted up to 100,000. */
  outboxDepth!: number;

  journalPosition!: number;

  /** Put aside until somebody asks for them, in both services. */
  deadLetters!: number;

  /** Put aside and about to be tried again by themselves. */
  retrying!: number;

  /** Waiting behind one of those, in both services. */
  parked!: number;
}

/** What the last verification of the api's journal found: whether events still are what was sealed. */
export class JournalVerificationDto {
  finishedAt!: string;

  /** Position up to which everything is as it was. */
  soundUntil!: number;

  /** First and last position of the first batch that isn't; null where all of it is sound. */
  brokenFrom!: number | null;
  brokenTo!: number | null;
}

export class VerificationAskedDto {
  askedAt!: string;
}

export class ConsumerFiguresDto {
  consumer!: string;

  /** Messages that wait, at most; null while that isn't known. */
  lag!: number | null;

  /** Since when it can't get on; null when all is well. */
  failingSince!: string | null;

  lastProgressAt!: string | null;
  stalled!: boolean;
}

export class FiguresDto {
  resources!: ResourceFiguresDto[];
  messaging!: MessagingFiguresDto;

  /** Null before the first verification. */
  journal!: JournalVerificationDto | null;
  consumers!: ConsumerFiguresDto[];
}
