import { IsISO8601, IsUUID } from 'class-validator';

/** The assistant can't be found, shortlisted or booked any more. Why stays with the agency: it may be personal. */
export class AssistantWithdrawnV1 {
  static readonly type = 'assistant.withdrawn.v1';

  @IsUUID() agencyId!: string;
  @IsISO8601() withdrawnAt!: string;
}
