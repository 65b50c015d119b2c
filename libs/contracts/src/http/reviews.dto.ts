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

export class ReviewPageDto {
  items!: ReviewDto[];
  next!: string | null;
}
