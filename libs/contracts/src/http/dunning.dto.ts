import { MoneyDto } from './shared-shapes.dto.js';

/** A reminder that was sent, or is to come. */
export class InvoiceReminderDto {
  step!: number;
  /** Local date: when it was sent, or will be unless it is paid or disputed before. */
  on!: string;
  /** What the business owes the agency for it, besides the invoice. */
  fee!: MoneyDto;
  /** Null for one that is to come. */
  sentAt!: string | null;
}

/** How an invoice is reminded of, as its agreement says. */
export class InvoiceDunningDto {
  reminders!: InvoiceReminderDto[];
}
