import { IsISO8601, IsInt, IsUUID } from 'class-validator';

/** A fiscal year's records are in one archive, ready to be fetched. */
export class TaxPackMadeV1 {
  static readonly type = 'tax-pack.made.v1';

  @IsUUID() businessId!: string;
  @IsInt() year!: number;
  @IsISO8601() madeAt!: string;
}
