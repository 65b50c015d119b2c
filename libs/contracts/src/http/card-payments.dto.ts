import { IsOptional, IsUUID } from 'class-validator';
import { SignedMoneyDto } from './ledger.dto.js';
import { CountedPageDto } from './lists.dto.js';
import { MoneyDto } from './shared-shapes.dto.js';
import { Nested, Required } from '../nested.js';

/** What is to be paid by card: one of the two. */
export class StartCardPaymentDto {
  /** What is open of an invoice, with its fees of reminders. */
  @IsOptional() @IsUUID() invoiceId?: string;

  /** An amount ahead. */
  @IsOptional() @Nested(() => MoneyDto) amount?: MoneyDto;
}

export class CardPaymentQueryDto {
  @IsOptional() @IsUUID() invoiceId?: string;
}

export const cardPaymentStatuses = ['open', 'processing', 'paid', 'ended'] as const;

/** A payment by card. */
export class CardPaymentDto {
  id!: string;
  businessId!: string;
  /** The invoice that it is meant for; null for one ahead. */
  invoiceId!: string | null;
  amount!: MoneyDto;
  /** What the payment service has received. */
  received!: MoneyDto;
  /** What of it went back to the card, or is on its way there. */
  refunded!: MoneyDto;
  /**
   * `open` until somebody pays, `processing` while the payment service waits for the money, `paid` when it has said that it has it, `ended`
   * without.
   */
  status!: (typeof cardPaymentStatuses)[number];
  /** Whether the card's holder disputes it, and the money was taken back. */
  disputed!: boolean;
  /** Where the payer gives her card; null where there is nothing to pay any more. */
  url!: string | null;
  madeAt!: string;
  expiresAt!: string;
  paidAt!: string | null;
}

export class CardPaymentPageDto extends CountedPageDto {
  items!: CardPaymentDto[];
}

/** What of a payment goes back to the card. */
export class RefundToCardDto {
  @Required(() => MoneyDto) amount!: MoneyDto;
}

/** Whether an agency is paid through the payment service. */
export class PaymentAccountDto {
  /** Whether the marketplace has a payment service. */
  isOffered!: boolean;
  isOpen!: boolean;
  /** Whether payouts go there. */
  isReady!: boolean;
}

export class OpenedPaymentAccountDto {
  /** At the payment service; good for some minutes. */
  url!: string;
}

/** What lies with the payment service in one currency. */
export class PaymentServiceBalanceDto {
  currency!: string;
  /** By the service's own account, whether it can be moved yet or not. */
  service!: SignedMoneyDto;
  books!: SignedMoneyDto;
}

export class PaymentServiceDto {
  isThere!: boolean;
  balances!: PaymentServiceBalanceDto[];
}
