import { IsInt, IsISO8601, Min } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';
import { HourPackOfV1 } from '../hour-pack-shapes.js';
import { Nested } from '../../nested.js';

/** The hours of a period are paid ahead from now on; the next invoice charges them. */
export class HourPackBoughtV1 extends HourPackOfV1 {
  static readonly type = 'hour-pack.bought.v1';

  @IsInt() @Min(1) minutes!: number;
  @Nested(() => InvoicedAmountV1) price!: InvoicedAmountV1;

  /** The most that stays for the next pack. */
  @IsInt() @Min(0) carryOverMinutes!: number;
  @IsISO8601() boughtAt!: string;
}
