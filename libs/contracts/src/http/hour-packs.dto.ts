import { CountedPageDto } from './lists.dto.js';
import { MoneyDto } from './shared-shapes.dto.js';

/** The hours of one period of a line, which are paid ahead. */
export class HourPackDto {
  id!: string;
  engagementId!: string;
  lineId!: string;
  description!: string;
  /** First and last local date of the period. */
  periodFrom!: string;
  periodTo!: string;
  /** Whole hours, in minutes. */
  minutes!: number;
  hourlyRate!: MoneyDto;
  /** What the pack costs, without commission and tax. */
  price!: MoneyDto;
  /** So much of what is left stays for the next pack. */
  carryOverMinutes!: number;
  boughtAt!: string;
  /** Null until an invoice charges it. */
  invoiceId!: string | null;
  /** Unused minutes that were paid back when the agency was suspended. */
  refundedMinutes!: number;
  version!: number;
}

export class HourPackPageDto extends CountedPageDto {
  items!: HourPackDto[];
}
