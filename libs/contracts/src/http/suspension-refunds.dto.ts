import { CountedPageDto } from './lists.dto.js';
import { MoneyDto } from './shared-shapes.dto.js';

/** What went back to a business by itself when the agency of an engagement was suspended. */
export class SuspensionRefundDto {
  id!: string;
  engagementId!: string;
  /** Of packs of hours that nobody used, with commission and tax. */
  packs!: MoneyDto;
  /** Kept for booked time that can't take place. */
  booked!: MoneyDto;
  /** What the bank is told to pay back; the rest pays what else is open, or stays prepaid. */
  refunded!: MoneyDto;
  /** Null where nothing is transferred: the money is spoken for, or no account of the business is known. */
  refundId!: string | null;
  madeAt!: string;
}

export class SuspensionRefundPageDto extends CountedPageDto {
  items!: SuspensionRefundDto[];
}
