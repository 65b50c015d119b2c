import { IsISO8601, IsUUID } from 'class-validator';

/** An agency took an assistant into its books; nobody else sees it yet. */
export class AssistantDraftedV1 {
  static readonly type = 'assistant.drafted.v1';

  @IsUUID() agencyId!: string;
  @IsISO8601() draftedAt!: string;
}
