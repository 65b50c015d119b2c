import { IsInt, IsISO8601, IsString, IsUUID, Min } from 'class-validator';
import { Nested } from '../nested.js';

/** An amount in integer minor units of its currency. */
export class InvoicedAmountV1 {
  @IsInt() amountMinor!: number;
  @IsString() currency!: string;
}

export class InvoicedLineV1 {
  @IsString() lineId!: string;
  @IsInt() @Min(1) quantity!: number;
  @Nested(() => InvoicedAmountV1) amount!: InvoicedAmountV1;
}

/** Accepted time of a line by the hour. */
export class InvoicedHoursV1 {
  @IsString() lineId!: string;
  @IsInt() @Min(0) minutes!: number;
  @Nested(() => InvoicedAmountV1) amount!: InvoicedAmountV1;
}

/** What calling off or moving booked time late costs. */
export class InvoicedLateFeeV1 {
  @IsUUID() bookingId!: string;
  @IsISO8601() incurredAt!: string;
  @Nested(() => InvoicedAmountV1) amount!: InvoicedAmountV1;
}
