import { IsIn, IsOptional, IsString, IsUUID } from 'class-validator';

/** A consumer put an event aside that it could not handle; later ones of the same aggregate wait behind it. */
export class MessageDeadLetteredV1 {
  static readonly type = 'message.dead-lettered.v1';

  /** The service that holds the dead letter. */
  @IsIn(['api', 'matcher'])
  service!: string;

  @IsString()
  consumer!: string;

  @IsString()
  topic!: string;

  /** These are null for a message that could not be read as an event. */
  @IsOptional()
  @IsUUID()
  eventId!: string | null;

  @IsOptional()
  @IsString()
  eventType!: string | null;

  @IsOptional()
  @IsString()
  aggregateType!: string | null;

  @IsOptional()
  @IsString()
  aggregateId!: string | null;

  @IsString()
  cause!: string;
}
