import { IsIBAN, IsString, Length, MaxLength } from 'class-validator';
import { IsOneLine } from './is-one-line.js';
import { IsShown } from './is-shown.js';

/** A bank account to which money is transferred. */
export class BankAccountDto {
  /** Its holder, as the bank knows them. */
  @IsString() @IsOneLine() @IsShown() @Length(1, 70) holder!: string;

  /** ISO 13616, with or without blanks. */
  @IsString() @IsIBAN() @MaxLength(42) iban!: string;
}
