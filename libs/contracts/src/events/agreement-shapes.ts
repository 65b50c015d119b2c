import { IsHash, IsIn, IsInt, IsISO8601, IsTimeZone, IsUUID, Min } from 'class-validator';
import { PartiesV1 } from './parties.shape.js';

/** A version of the terms, by its number and by what it says. */
export class NamedVersionV1 {
  /** Of the terms, from 1. */
  @IsInt() @Min(1) versionNumber!: number;

  /** SHA-256 (hexadecimal) of the canonical terms. */
  @IsHash('sha256') contentHash!: string;
}

/** A version that a side wrote. */
export class WrittenVersionV1 extends NamedVersionV1 {
  @IsIn(['agency', 'business']) writtenBy!: 'agency' | 'business';
  @IsISO8601() writtenAt!: string;
}

/** A version that both sides have accepted. */
export class VersionInForceV1 extends PartiesV1 {
  @IsUUID() needId!: string;

  /** Of the terms, from 1. */
  @IsInt() @Min(1) versionNumber!: number;

  /** SHA-256 (hexadecimal) of the canonical terms. */
  @IsHash('sha256') contentHash!: string;

  /** First local date of the term, in its zone. */
  @IsISO8601() startsOn!: string;

  /** Last local date of the term, in its zone. */
  @IsISO8601() endsOn!: string;
  @IsTimeZone() timeZone!: string;
  @IsISO8601() acceptedAt!: string;
}
