import { IsISO8601 } from 'class-validator';
import { AssistantListingShapeV1 } from '../assistant-listing.shape.js';

/** The assistant is off on other days from now on. */
export class AssistantDaysOffChangedV1 extends AssistantListingShapeV1 {
  static readonly type = 'assistant.days-off-changed.v1';

  @IsISO8601() changedAt!: string;
}
