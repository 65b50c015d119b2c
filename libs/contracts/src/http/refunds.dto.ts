import { IsIn, IsISO4217CurrencyCode, IsOptional } from 'class-validator';
import { BankAccountDto } from './bank-account.dto.js';
import { CountedPageDto } from './lists.dto.js';
import { MoneyDto } from './shared-shapes.dto.js';
import { Required } from '../nested.js';

/** What a business wants back of its unused money, and where to. */
export class AskRefundDto {
  @Required(() => MoneyDto) amount!: MoneyDto;
  @Required(() => BankAccountDto) account!: BankAccountDto;
}

export const refundStatuses = ['asked', 'withdrawn', 'sent', 'returned'] as const;

export class RefundQueryDto {
  @IsOptional() @IsIn(refundStatuses) status?: (typeof refundStatuses)[number];
}

export class RefundDto {
  id!: string;
  businessId!: string;
  businessName!: string;
  amount!: MoneyDto;
  /** Null for one to a card. */
  account!: BankAccountDto | null;
  /** The payment to whose card it goes; null for one to a bank account. */
  cardPaymentId!: string | null;
  /** `returned`: the bank sent it back, and it is the business's prepaid money again. */
  status!: (typeof refundStatuses)[number];
  askedAt!: string;
  sentAt!: string | null;
  /** When it was withdrawn, or came back. */
  endedAt!: string | null;
}

export class RefundPageDto extends CountedPageDto {
  items!: RefundDto[];
}

/** In which currency the bank is told. */
export class RefundOrderQueryDto {
  @IsISO4217CurrencyCode() currency!: string;
}

/** How a business pays ahead. */
export class DepositInstructionsDto {
  /** ISO 11649; a transfer that carries it is known to be this business's. */
  reference!: string;
  /** Null as long as the marketplace has named none. */
  account!: BankAccountDto | null;
  /** Whether one can pay by card as well. */
  cards!: boolean;
}
