import { IsInt, IsISO8601, IsUUID, Min } from 'class-validator';

/** How fast a business's customers were answered before an engagement stays as it is known now. */
export class ResponseBaselineFrozenV1 {
  static readonly type = 'response-baseline.frozen.v1';

  /** The engagement whose start it is before. */
  @IsUUID() engagementId!: string;
  /** Whose customers wrote. */
  @IsUUID() businessId!: string;
  /** Whose assistant answers them since. */
  @IsUUID() agencyId!: string;
  /** Enquiries that the figures are of, at least 20. */
  @IsInt() @Min(20) enquiries!: number;
  /** Whole minutes of the business's hours in which half of them were answered. */
  @IsInt() @Min(0) medianMinutes!: number;
  /** Whole minutes in which nine of ten were answered. */
  @IsInt() @Min(0) p90Minutes!: number;
  /** When it was frozen. */
  @IsISO8601() frozenAt!: string;
}
