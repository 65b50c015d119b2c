import { IsInt, Max, Min } from 'class-validator';
import { MoneyDto } from './shared-shapes.dto.js';

export const feeStatuses = ['none', 'open', 'paid', 'waived'] as const;

/** A reminder that was sent, or is to come. */
export class InvoiceReminderDto {
  step!: number;
  /** Local date: when it was sent, or will be unless it is paid or disputed before. */
  on!: string;
  /** What the business owes the agency for it, besides the invoice. */
  fee!: MoneyDto;
  /** What became of the fee; `none` for a reminder without one, or that is to come. */
  feeStatus!: (typeof feeStatuses)[number];
  /** Null for one that is to come. */
  sentAt!: string | null;
}

/** Of which reminder the fee is let go. */
export class WaiveReminderFeeDto {
  @IsInt() @Min(1) @Max(10) step!: number;
}

/** How an invoice is reminded of, as its agreement says. */
export class InvoiceDunningDto {
  reminders!: InvoiceReminderDto[];
}
