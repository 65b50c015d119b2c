import { CountedPageDto } from './lists.dto.js';
import { IsBoolean, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** How an agency numbers what it issues. */
export class NumberingSettingsDto {
  /** What its numbers begin with: capital letters, digits and dashes, or nothing. A new one begins series of its own. */
  @IsString() @MaxLength(8) @Matches(/^(?:[A-Z0-9]+(?:-[A-Z0-9]+)*)?$/) prefix!: string;

  /** IANA zone on whose clock the dates of its documents are. */
  @IsString() @MaxLength(64) timeZone!: string;

  /**
   * Whether it keeps a record of each document by Spain's rules on invoicing programs (Real Decreto 1007/2023), with a QR code on it; for
   * agencies of Spain. As it is, where nothing is said. Once begun it goes on.
   */
  @IsOptional() @IsBoolean() keepsBillingRecords?: boolean;
}

export class NumberingDto {
  prefix!: string;
  timeZone!: string;
  keepsBillingRecords!: boolean;
  changedAt!: string;
  version!: number;
}

export const billingRecordOutcomes = ['kept', 'accepted', 'accepted-with-errors', 'refused'] as const;

/** A record of an invoice or a credit note, and what became of it. */
export class BillingRecordDto {
  /** Of the invoice or credit note. */
  documentId!: string;
  /** In the agency's chain, from 1. */
  position!: number;
  number!: string;
  issuedOn!: string;
  /** SHA-256 over what it says and the hash before, as the tax office's specification has it. */
  hash!: string;
  /** When it was handed on; null until then. */
  sentAt!: string | null;
  /** `kept` in a folder for a program that sends it, or what the tax office said; null until it is handed on. */
  outcome!: (typeof billingRecordOutcomes)[number] | null;
  /** Where it lies, or the tax office's words. */
  said!: string | null;
}

export class BillingRecordPageDto extends CountedPageDto {
  items!: BillingRecordDto[];
}
