import { IsISO8601, IsUUID } from 'class-validator';
import { MoneyV1 } from '../measures.shape.js';
import { PartiesV1 } from '../parties.shape.js';
import { Nested } from '../../nested.js';

/** An invoice charges what calling off or moving time of the booking late cost. */
export class BookingLateFeesInvoicedV1 extends PartiesV1 {
  static readonly type = 'booking.late-fees-invoiced.v1';

  @IsUUID() agreementId!: string;
  @Nested(() => MoneyV1) amount!: MoneyV1;
  @IsUUID() invoiceId!: string;
  @IsISO8601() invoicedAt!: string;
}
