import { IsIn, IsISO8601 } from 'class-validator';

/** A register said whether it knows the VAT id of a business, or an administrator looked it up. The id itself stays at home. */
export class BusinessVatIdCheckedV1 {
  static readonly type = 'business.vat-id-checked.v1';

  @IsIn(['valid', 'invalid', 'unavailable']) result!: 'valid' | 'invalid' | 'unavailable';
  @IsIn(['manual', 'vies']) source!: 'manual' | 'vies';
  @IsISO8601() checkedAt!: string;
}
