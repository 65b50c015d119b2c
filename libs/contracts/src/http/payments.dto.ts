import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO4217CurrencyCode,
  IsOptional,
  IsString,
  IsUUID,
  Length,
} from 'class-validator';
import { IsOneLine } from './is-one-line.js';
import { ArrayUnique } from './array-unique.js';
import { BankAccountDto } from './bank-account.dto.js';
import { SignedMoneyDto } from './ledger.dto.js';
import { CountedPageDto } from './lists.dto.js';
import { MoneyDto } from './shared-shapes.dto.js';

/** Where an agency's money goes. */
export class AgencyBankAccountDto extends BankAccountDto {
  changedAt!: string;
  version!: number;
}

export const receiptStatuses = ['assigned', 'unassigned', 'settled'] as const;

export class ReceiptQueryDto {
  @IsOptional() @IsIn(receiptStatuses) status?: (typeof receiptStatuses)[number];
}

export const suggestionReasons = ['payer-known', 'name', 'amount'] as const;

/** Whose a receipt may be, and what speaks for it. */
export class ReceiptSuggestionDto {
  businessId!: string;
  businessName!: string;
  /** It has paid from this account before; it is called so; it owes this amount. */
  reasons!: (typeof suggestionReasons)[number][];
}

/** An agency of which more was taken back than it has earned since. */
export class AgencyDebtDto {
  agencyId!: string;
  agencyName!: string;
  owes!: MoneyDto;
}

/** Money that has come into the marketplace's bank account. */
export class BankReceiptDto {
  id!: string;
  /** The bank's own reference of the entry. */
  bankReference!: string;
  /** Local date of the bank. */
  bookedOn!: string;
  amount!: MoneyDto;
  payerName!: string | null;
  payerIban!: string | null;
  /** What the payer wrote. */
  remittance!: string;
  /** `settled`: the payment service has passed it on, and it is nobody's. */
  status!: (typeof receiptStatuses)[number];
  businessId!: string | null;
  /** Of an agency that has paid back what it owed. */
  agencyId!: string | null;
  assignedAt!: string | null;
  /** For one that is nobody's yet, the likeliest first. */
  suggestions!: ReceiptSuggestionDto[];
  /** For one that is nobody's yet, agencies that owe something in its currency, the one first whose account it came from. */
  debtors!: AgencyDebtDto[];
}

export class BankReceiptPageDto extends CountedPageDto {
  items!: BankReceiptDto[];
}

/** Whose a receipt is, and for which of its invoices. */
export class AssignReceiptDto {
  @IsUUID() businessId!: string;

  /** Invoices that it is meant for; the oldest without. */
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsUUID('all', { each: true }) invoiceIds?: string[];
}

/** Which agency has paid back by a receipt what it owed. */
export class TakeRepaymentDto {
  @IsUUID() agencyId!: string;
}

/** An entry of a statement that wasn't taken in, and why. */
export class RejectedStatementEntryDto {
  /** Its number in the statement, from 1; the header of a CSV file doesn't count. */
  entry!: number;
  code!: string;
  detail!: string;
}

/** What became of a statement. */
export class StatementReportDto {
  /** Receipts that are known to be of a business by their references. */
  assigned!: number;
  /** Receipts that somebody has to assign. */
  unassigned!: number;
  /** Receipts that were known before. */
  known!: number;
  /** Debits and entries that aren't booked yet, which are left alone. */
  passedOver!: number;
  rejected!: RejectedStatementEntryDto[];
}

/** Which debit of a statement is a fee of the bank. */
export class NoteBankFeeDto {
  /** The bank's own reference of the entry, as the reconciliation names it. */
  @IsString() @IsOneLine() @Length(1, 100) bankReference!: string;
}

/** A fee of the bank, as it is in the books. */
export class BankFeeDto {
  id!: string;
  bankReference!: string;
  /** Local date of the bank. */
  bookedOn!: string;
  amount!: MoneyDto;
  notedAt!: string;
}

export class MakePayoutBatchDto {
  @IsISO4217CurrencyCode() currency!: string;
}

export const payoutStatuses = ['made', 'sent', 'returned'] as const;

/** What goes to an agency in one transfer. */
export class PayoutDto {
  id!: string;
  batchId!: string;
  agencyId!: string;
  /** Null where it goes to the agency's account at the payment service, and where it comes to nothing. */
  account!: BankAccountDto | null;
  /** Of invoiced work, without tax, and of fees of reminders; below nothing where more than that was taken back. */
  earnings!: SignedMoneyDto;
  /** Tax on its invoices, which the agency declares; below nothing where more than that was taken back. */
  tax!: SignedMoneyDto;
  /** Both together, which is never below nothing; what comes to nothing is settled without a transfer. */
  total!: MoneyDto;
  status!: (typeof payoutStatuses)[number];
  /** The paid invoices that it is for. */
  invoiceIds!: string[];
  /** What was taken back of paid invoices, and lessens it. */
  creditNoteIds!: string[];
  /** Paid fees of reminders, which are in its earnings, and those that were paid out and waived since, which lessen them. */
  reminderFeeIds!: string[];
  /** Parts of earlier payouts that came back from the payment service, and are in its earnings and tax again. */
  transferReversalIds!: string[];
  /** Receipts by which the agency has paid back what it owed; they are in its earnings. */
  repaymentIds!: string[];
  /** What of it the payment service has taken back in parts: it is owed again. */
  cameBack!: MoneyDto;
  /** Why the payment service hasn't done it yet; null for what it has, and for what goes to a bank. */
  fault!: string | null;
  madeAt!: string;
  sentAt!: string | null;
  returnedAt!: string | null;
}

export class PayoutPageDto extends CountedPageDto {
  items!: PayoutDto[];
}

export class PayoutBatchDto {
  id!: string;
  currency!: string;
  madeAt!: string;
  sentAt!: string | null;
  payouts!: PayoutDto[];
}

export class PayoutBatchPageDto {
  items!: PayoutBatchDto[];
  next!: string | null;
}
