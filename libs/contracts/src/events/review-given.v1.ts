import { IsIn, IsInt, IsISO8601, IsUUID, Max, Min } from 'class-validator';

/** The text stays at home, being personal. */
export class ReviewGivenV1 {
  static readonly type = 'review.given.v1';

  @IsUUID()
  engagementId!: string;

  @IsUUID()
  assistantId!: string;

  @IsUUID()
  agencyId!: string;

  @IsUUID()
  businessId!: string;

  /** The business reviews the assistant and the agency, the agency reviews the business. */
  @IsIn(['business', 'agency'])
  by!: 'business' | 'agency';

  @IsInt()
  @Min(1)
  @Max(5)
  score!: number;

  @IsISO8601()
  givenAt!: string;
}
