import { IsISO4217CurrencyCode, IsOptional, IsUUID } from 'class-validator';
import { SignedMoneyDto } from './ledger.dto.js';
import { ListTimeQueryDto } from './lists.dto.js';

/** Over which time; from the beginning until now unless said. */
export class MoneyReportQueryDto extends ListTimeQueryDto {}

/** What is open, by how many days it is late. */
export class AgesDto {
  'not-due'!: SignedMoneyDto;
  '1-30'!: SignedMoneyDto;
  '31-60'!: SignedMoneyDto;
  '61-90'!: SignedMoneyDto;
  'over-90'!: SignedMoneyDto;
}

/** Whose open invoices. */
export class AgeingQueryDto {
  /** For administrators: an agency or business; all of them without. */
  @IsOptional() @IsUUID() party?: string;
}

/** Open invoices and fees of reminders, of one currency. */
export class AgeingDto {
  currency!: string;
  invoices!: number;
  /** Of the invoices, and of the fees beside them. */
  total!: SignedMoneyDto;
  ages!: AgesDto;
}

export class AgeingListDto {
  /** The day by which they are late, in UTC. */
  on!: string;
  items!: AgeingDto[];
}

/** What the marketplace's money comes to, in one currency. */
export class MarketplaceMoneyDto {
  currency!: string;
  /** Work invoiced in the time, less what was taken back, without commission and tax. */
  volume!: SignedMoneyDto;
  commission!: SignedMoneyDto;
  /** Commission in basis points of the volume; null where there is none. */
  takeRateBps!: number | null;
  /** Now, as all that follows: what businesses have paid ahead, and what of it is kept for booked time. */
  prepaid!: SignedMoneyDto;
  held!: SignedMoneyDto;
  /** Open invoices and fees of reminders, by how late they are. */
  open!: AgesDto;
  /** What is owed to agencies for paid invoices and fees, and is in no payout yet. */
  payoutsDue!: SignedMoneyDto;
  refundsDue!: SignedMoneyDto;
  disputed!: SignedMoneyDto;
  unassigned!: SignedMoneyDto;
  /** What banks and the payment service have taken, less what they gave back. */
  paymentFees!: SignedMoneyDto;
}

export class MarketplaceMoneyListDto {
  items!: MarketplaceMoneyDto[];
}

/** What an assistant's accepted work comes to, in one currency. */
export class AssistantEarningsDto {
  assistantId!: string;
  displayName!: string;
  currency!: string;
  /** Accepted in the time, without commission and tax. */
  earned!: SignedMoneyDto;
  /** Of it, what no invoice has charged yet. */
  notInvoiced!: SignedMoneyDto;
  /** Minutes of accepted work. */
  minutes!: number;
  /** Of all agreements, in basis points of the weekly capacity over the time; null where the time has no beginning. */
  utilisationBps!: number | null;
}

export class EarningsReportDto {
  items!: AssistantEarningsDto[];
}

/** What one duty line has cost, without commission and tax. */
export class LineSpendingDto {
  lineId!: string;
  description!: string;
  /** By the version in force, over the whole term. */
  quoted!: SignedMoneyDto;
  /** Invoiced so far. */
  charged!: SignedMoneyDto;
  /** Minutes of accepted work: time that the business has gained. */
  minutes!: number;
  /** What was accepted costs for each of these hours; null before there are any. */
  costPerHour!: SignedMoneyDto | null;
}

/** What an engagement was to cost, and has cost. */
export class EngagementSpendingDto {
  engagementId!: string;
  /** Null in agreements of before it was stated. */
  agency!: string | null;
  currency!: string;
  /** With commission and tax. */
  quoted!: SignedMoneyDto;
  /** Invoiced so far, less what was taken back, with commission and tax. */
  spent!: SignedMoneyDto;
  lines!: LineSpendingDto[];
}

export class SpendingReportDto {
  /** The latest 50 engagements, latest first. */
  items!: EngagementSpendingDto[];
}

/** In which currency. */
export class ReconciliationQueryDto {
  @IsISO4217CurrencyCode() currency!: string;
}

export const differenceKinds = [
  'sent-not-on-statement',
  'amount-differs',
  'return-not-noted',
  'debit-without-order',
  'receipt-unassigned',
] as const;

/** What stands in the books and not on the statements, or the other way round. */
export class ReconciliationDifferenceDto {
  /**
   * `sent-not-on-statement`: noted as sent, and no statement has it; `amount-differs`: a statement has another amount; `return-not-noted`:
   * a statement has it come back, and nobody has noted it; `debit-without-order`: nothing of ours; `receipt-unassigned`: nobody's yet.
   */
  kind!: (typeof differenceKinds)[number];
  /** Id of the payout, refund or receipt, or the bank's reference. */
  subject!: string;
  /** Local date since when. */
  since!: string;
  ageDays!: number;
  /** By which the books are more than the statements; below nothing where they are less. */
  amount!: SignedMoneyDto;
}

export class ReconciliationDto {
  currency!: string;
  /** The latest day of which a statement says what lay in the account; null where none does. */
  closesOn!: string | null;
  statement!: SignedMoneyDto | null;
  /** What the books had in the account at the end of that day, or have now. */
  books!: SignedMoneyDto;
  /** Oldest first, at most 1,000. */
  differences!: ReconciliationDifferenceDto[];
}
