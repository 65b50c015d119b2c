import { IsISO8601, IsUUID } from 'class-validator';

/** The assistant can't be found, shortlisted or booked until they are resumed or listed anew. What is booked stays. */
export class AssistantPausedV1 {
  static readonly type = 'assistant.paused.v1';

  @IsUUID() agencyId!: string;
  @IsISO8601() pausedAt!: string;
}
