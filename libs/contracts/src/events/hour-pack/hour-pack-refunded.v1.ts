import { IsInt, IsISO8601, IsOptional, IsUUID, Min } from 'class-validator';
import { InvoicedAmountV1 } from '../invoice-shapes.js';
import { HourPackOfV1 } from '../hour-pack-shapes.js';
import { Nested } from '../../nested.js';

/** Unused hours of a pack are paid back, since the agency can't work any more. */
export class HourPackRefundedV1 extends HourPackOfV1 {
  static readonly type = 'hour-pack.refunded.v1';

  @IsInt() @Min(1) minutes!: number;
  @Nested(() => InvoicedAmountV1) amount!: InvoicedAmountV1;

  /** What takes it back of its invoice; left out where no invoice had charged it. */
  @IsOptional() @IsUUID() creditNoteId?: string;
  @IsISO8601() refundedAt!: string;
}
