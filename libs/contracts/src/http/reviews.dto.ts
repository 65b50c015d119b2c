import { IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';

export class GiveReviewDto {
  @IsUUID() engagementId!: string;
  @IsInt() @Min(1) @Max(5) score!: number;
  @IsOptional() @IsString() @Length(1, 2000) text?: string;
}

export class ReviewQueryDto {
  @IsOptional() @IsUUID() engagementId?: string;
}

export class ReviewDto {
  id!: string;
  engagementId!: string;
  /** Who gave it. */
  side!: 'agency' | 'business';
  agencyId!: string;
  businessId!: string;
  assistantId!: string;
  score!: number;
  text!: string | null;
  givenAt!: string;
}

/** How an assistant was scored by businesses that she worked for; what they wrote is for the two sides alone. */
export class ReviewRecordDto {
  assistantId!: string;
  count!: number;
  /** Of scores from 1 to 5; null where there are none. */
  mean!: number | null;
  /** How many gave each score, from 1 to 5. */
  byScore!: number[];
}

export class ReviewPageDto {
  items!: ReviewDto[];
  next!: string | null;
}
