import { MoneyDto } from './shared-shapes.dto.js';
import { TaxReasonDto } from './tax-reason.dto.js';

/** What is to be paid in all, and how it comes about. */
export abstract class TaxedSumsDto {
  subtotal!: MoneyDto;
  commissionBps!: number;
  commission!: MoneyDto;
  taxBps!: number;
  /** By the rate on the subtotal and the commission that stand here. */
  tax!: MoneyDto;
  taxNote!: string;
  taxReason!: TaxReasonDto;
  total!: MoneyDto;
}
