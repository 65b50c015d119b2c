import { IsISO8601 } from 'class-validator';
import { AssistantListingShapeV1 } from '../assistant-listing.shape.js';

/** The assistant can be found, shortlisted and booked from now on; the first time or again after a withdrawal. */
export class AssistantListedV1 extends AssistantListingShapeV1 {
  static readonly type = 'assistant.listed.v1';

  @IsISO8601() publishedAt!: string;
}
