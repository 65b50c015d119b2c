import { IsISO8601, IsUUID } from 'class-validator';
import { TimeEntryOfV1 } from '../time-entry-shapes.js';

/** An invoice charges it; it never changes again. */
export class TimeEntryInvoicedV1 extends TimeEntryOfV1 {
  static readonly type = 'time-entry.invoiced.v1';

  @IsUUID() invoiceId!: string;
  @IsISO8601() invoicedAt!: string;
}
