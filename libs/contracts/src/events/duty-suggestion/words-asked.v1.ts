import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

/** Somebody described their trouble in plain words and wants to know which duties it is about. */
export class WordsAskedV1 {
  static readonly type = 'words.asked.v1';

  /** E-mail addresses and phone numbers are masked, character by character. */
  @IsString() @MaxLength(5_000) text!: string;
  @IsOptional() @IsIn(['en', 'es', 'ca']) language!: 'en' | 'es' | 'ca' | null;
}
