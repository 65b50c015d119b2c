import { IsISO8601, IsUUID } from 'class-validator';
import { DutyRunOfV1 } from '../duty-run-shapes.js';

export class DutyRunInvoicedV1 extends DutyRunOfV1 {
  static readonly type = 'duty-run.invoiced.v1';

  @IsUUID() invoiceId!: string;
  @IsISO8601() invoicedAt!: string;
}
