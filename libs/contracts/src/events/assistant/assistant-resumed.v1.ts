import { IsISO8601 } from 'class-validator';
import { AssistantListingShapeV1 } from '../assistant-listing.shape.js';

/** The assistant can be found, shortlisted and booked again after a pause. */
export class AssistantResumedV1 extends AssistantListingShapeV1 {
  static readonly type = 'assistant.resumed.v1';

  @IsISO8601() resumedAt!: string;
}
