import { IsISO8601, IsIn, IsOptional, IsUUID } from 'class-validator';
import { CountedPageDto, ListTimeQueryDto } from './lists.dto.js';

/** An amount that may be below nothing. */
export class SignedMoneyDto {
  /** Integer minor units of the currency. */
  amountMinor!: number;
  /** ISO 4217 code. */
  currency!: string;
}

export const ledgerPurposes = [
  'payment-clearing',
  'payment-service',
  'payment-fees',
  'unassigned',
  'prepaid',
  'held',
  'refunds-payable',
  'receivable',
  'agency-payable',
  'tax-payable',
  'disputed',
  'commission',
] as const;

export const ledgerFacts = [
  'receiptBooked',
  'receiptAssigned',
  'receiptUnassigned',
  'agencyPaidBack',
  'agencyRepaymentUndone',
  'invoiceIssued',
  'creditNoteIssued',
  'invoicePaid',
  'payoutSent',
  'payoutReturned',
  'fundsHeld',
  'fundsReleased',
  'absenceCredited',
  'refundAsked',
  'refundWithdrawn',
  'refundSent',
  'refundReturned',
  'disputeHeld',
  'disputeSettled',
  'reminderFeeCharged',
  'reminderFeePaid',
  'reminderFeeWaived',
  'bankFeeCharged',
  'cardPaymentReceived',
  'serviceFeeCharged',
  'serviceFeeReturned',
  'cardRefundSent',
  'cardRefundReturned',
  'chargebackTaken',
  'chargebackWon',
  'payoutTransferred',
  'transferReversed',
  'transferPartlyReversed',
  'serviceSettled',
] as const;

/** When the balances are looked at. */
export class LedgerTimeQueryDto {
  /** An instant with its offset, included; now without. */
  @IsOptional() @IsISO8601({ strict: true }) at?: string;
}

/** Whose balances, and when. */
export class LedgerAccountQueryDto extends LedgerTimeQueryDto {
  /** For administrators: the agency or business; the marketplace itself without. */
  @IsOptional() @IsUUID() party?: string;
}

/** An account in the books, and what it comes to. */
export class LedgerAccountDto {
  /** The agency or business; null for the marketplace itself. */
  party!: string | null;
  /**
   * What it is for: `prepaid` is what a business has paid and no invoice has used, `held` what of it is kept for booked time,
   * `refunds-payable` what it gets back, `receivable` what it owes on invoices; `agency-payable` is what an agency has earned,
   * `tax-payable` the tax on its invoices, `disputed` what of both waits for a dispute to be settled; `payment-clearing`
   * (in the bank), `payment-service` (at the service that takes cards), `payment-fees`, `unassigned` and `commission` are the marketplace's.
   */
  purpose!: (typeof ledgerPurposes)[number];
  /** Positive on the side on which the account grows. */
  balance!: SignedMoneyDto;
}

export class LedgerAccountListDto {
  items!: LedgerAccountDto[];
}

/** What all accounts of a purpose come to in a currency. */
export class TrialBalanceLineDto {
  purpose!: (typeof ledgerPurposes)[number];
  /** ISO 4217 code. */
  currency!: string;
  /** All debits, in minor units. */
  debitMinor!: number;
  /** All credits, in minor units. */
  creditMinor!: number;
}

/** Everything in the books; debits and credits of each currency come to the same. */
export class TrialBalanceDto {
  items!: TrialBalanceLineDto[];
}

/** Which entries of the accounts. */
export class LedgerEntryQueryDto extends ListTimeQueryDto {
  /** For administrators: the agency or business; the marketplace itself without. */
  @IsOptional() @IsUUID() party?: string;

  @IsOptional() @IsIn(ledgerPurposes) purpose?: (typeof ledgerPurposes)[number];
}

/** One line of a statement. */
export class LedgerEntryDto {
  id!: string;
  transactionId!: string;
  purpose!: (typeof ledgerPurposes)[number];
  /** What has happened. */
  fact!: (typeof ledgerFacts)[number];
  /** What the fact is about: an invoice, credit note, receipt, payout, refund, payment by card, fee, or what was held or kept back. */
  causeId!: string;
  /** Positive where the account grew. */
  amount!: SignedMoneyDto;
  occurredAt!: string;
}

/** Whose statement, and over which time. */
export class StatementQueryDto extends ListTimeQueryDto {
  /** For administrators: the agency or business; the marketplace itself without. */
  @IsOptional() @IsUUID() party?: string;
}

/** What an account came to before and after a time, and all that was debited and credited in it. */
export class StatementAccountDto {
  purpose!: (typeof ledgerPurposes)[number];
  /** Positive on the side on which the account grows, as the closing balance. */
  opening!: SignedMoneyDto;
  debit!: SignedMoneyDto;
  credit!: SignedMoneyDto;
  closing!: SignedMoneyDto;
}

/** One change of an account, and what it came to then. */
export class StatementLineDto {
  occurredAt!: string;
  purpose!: (typeof ledgerPurposes)[number];
  /** What has happened. */
  fact!: (typeof ledgerFacts)[number];
  /** What the fact is about. */
  causeId!: string;
  /** Positive where the account grew. */
  amount!: SignedMoneyDto;
  balance!: SignedMoneyDto;
}

/** The statement of a party's accounts. */
export class AccountStatementDto {
  /** The agency or business; null for the marketplace itself. */
  party!: string | null;
  /** As asked for, or the first of this month. */
  from!: string;
  /** As asked for, or today; a date is included. */
  to!: string;
  timeZone!: string;
  accounts!: StatementAccountDto[];
  /** Oldest first. */
  lines!: StatementLineDto[];
}

export class LedgerEntryPageDto extends CountedPageDto {
  items!: LedgerEntryDto[];
}
