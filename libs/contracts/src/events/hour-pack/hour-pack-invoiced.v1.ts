import { IsISO8601, IsUUID } from 'class-validator';
import { HourPackOfV1 } from '../hour-pack-shapes.js';

/** An invoice charges the pack. */
export class HourPackInvoicedV1 extends HourPackOfV1 {
  static readonly type = 'hour-pack.invoiced.v1';

  @IsUUID() invoiceId!: string;
  @IsISO8601() invoicedAt!: string;
}
