import { IsIn, IsInt, IsISO8601, IsUUID, Max, Min } from 'class-validator';
import { PartiesV1 } from '../parties.shape.js';

/** The text stays at home, being personal. */
export class ReviewGivenV1 extends PartiesV1 {
  static readonly type = 'review.given.v1';

  @IsUUID() engagementId!: string;

  /** The business reviews the assistant and the agency, the agency reviews the business. */
  @IsIn(['business', 'agency']) by!: 'business' | 'agency';
  @IsInt() @Min(1) @Max(5) score!: number;
  @IsISO8601() givenAt!: string;
}
