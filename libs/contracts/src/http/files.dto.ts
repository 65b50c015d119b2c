import { IsString, Length, Matches } from 'class-validator';
import { IsOneLine } from './is-one-line.js';
import { IsShown } from './is-shown.js';

export class NewFileQueryDto {
  /** What it is called where it comes from, without a path: `receipt.pdf`. */
  @IsString() @Length(1, 200) @IsOneLine() @IsShown() @Matches(/^[^/\\]+$/) name!: string;
}

/** A file without its bytes. */
export class FileDto {
  id!: string;
  name!: string;
  /** What its bytes are, whatever whoever brought it said. */
  mediaType!: string;
  /** Bytes. */
  size!: number;
  /** Of the bytes, in hex. */
  sha256!: string;
  uploadedAt!: string;
}
