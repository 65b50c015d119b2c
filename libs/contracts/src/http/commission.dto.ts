import { IsInt, IsISO4217CurrencyCode, IsISO8601, IsOptional, Length, Max, Min } from 'class-validator';
import { SignedMoneyDto } from './ledger.dto.js';
import { ListOf } from './list-of.js';

export class CommissionTierDto {
  /** Invoiced work of the last year from which it holds, in minor units. */
  @IsInt() @Min(0) @Max(1_000_000_000_000) fromMinor!: number;
  /** Basis points of the work. */
  @IsInt() @Min(0) @Max(10_000) bps!: number;
}

/** What the marketplace takes of an agency's agreements that are drafted from a day on. */
export class CommissionScheduleDto {
  /** Local date, today or later. */
  @IsISO8601({ strict: true }) @Length(10, 10) effectiveOn!: string;
  @IsISO4217CurrencyCode() currency!: string;
  /** The first from nothing, each from more than the one before. */
  @ListOf(() => CommissionTierDto, { least: 1, most: 10 }) tiers!: CommissionTierDto[];
}

/** In which currency. */
export class CommissionQueryDto {
  /** EUR unless said. */
  @IsOptional() @IsISO4217CurrencyCode() currency?: string;
}

/** What an agreement that is drafted today would be charged. */
export class CommissionDto {
  bps!: number;
  /** Work invoiced in the last 365 days, less what was taken back, without tax and commission. */
  volume!: SignedMoneyDto;
  /** Earliest first; empty where the marketplace's standard holds. */
  schedules!: CommissionScheduleDto[];
}
