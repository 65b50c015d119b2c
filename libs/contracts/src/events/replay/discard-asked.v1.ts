import { IsIn, IsOptional, IsString, IsUUID } from 'class-validator';

/** An administrator asks a service to give up a message that will never be good. */
export class DiscardAskedV1 {
  static readonly type = 'discard.asked.v1';

  @IsIn(['api', 'matcher']) service!: string;
  @IsString() consumer!: string;
  @IsUUID() letterId!: string;

  /** The administrator; null for an API key. */
  @IsOptional() @IsUUID() askedBy!: string | null;
}
