import { IsIn, IsInt, IsOptional, IsString, IsUUID } from 'class-validator';

/** Which message, and whose. */
export abstract class AboutMessage {
  /** The service that holds the letter. */
  @IsIn(['api', 'matcher']) service!: string;

  /** The consumer group that could not handle it. */
  @IsString() consumer!: string;
  @IsString() topic!: string;

  /** What follows is null for a message that could not be read as an event; its key, if any, is the aggregate's id then. */
  @IsOptional() @IsUUID() eventId!: string | null;
  @IsOptional() @IsString() eventType!: string | null;
  @IsOptional() @IsString() aggregateType!: string | null;
  @IsOptional() @IsString() aggregateId!: string | null;

  /** The event's ordinal in its aggregate. */
  @IsOptional() @IsInt() eventVersion!: number | null;
}
