import { IsISO8601 } from 'class-validator';
import { AssistantListingShapeV1 } from '../assistant-listing.shape.js';

/** The listing reads differently from now on; `status` says whether it is published. */
export class AssistantEditedV1 extends AssistantListingShapeV1 {
  static readonly type = 'assistant.edited.v1';

  @IsISO8601() editedAt!: string;
}
