import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsShown } from './is-shown.js';

export const erasureStatuses = ['asked', 'done', 'refused', 'withdrawn'] as const;
export const erasureHindrances = ['last-owner', 'still-engaged', 'still-listed'] as const;
export const keptKinds = ['books', 'erasure'] as const;

export class AskErasureDto {
  /** One's own, so that nobody asks for it who found an open screen. */
  @IsString() @Length(1, 200) password!: string;
}

export class RefuseErasureDto {
  /** Told to whoever asked. */
  @IsString() @Length(1, 500) @IsShown() reason!: string;
}

export class ErasureQueryDto {
  @IsOptional() @IsIn(erasureStatuses) status?: (typeof erasureStatuses)[number];
}

/** What the law keeps of somebody who was erased, under her pseudonym. */
export class KeptOfPersonDto {
  /** Books of the organisations that she acted for, or that she was erased. */
  kind!: (typeof keptKinds)[number];
  /** Local date after which it goes; null for what goes year by year. */
  until!: string | null;
  /** Years that the law asks for. */
  years!: number;
  source!: string;
}

/** That somebody asks to be erased, and what became of it. */
export class ErasureDto {
  id!: string;
  userId!: string;
  status!: (typeof erasureStatuses)[number];
  askedAt!: string;
  /** When she is erased by itself, if nobody has done so before. */
  dueAt!: string;
  /** What stands in its way at the moment. */
  hindrances!: (typeof erasureHindrances)[number][];
  settledAt!: string | null;
  /** Why it was refused. */
  refusal!: string | null;
  /** Under which name she stands in what is kept; null until it is done. */
  pseudonym!: string | null;
  kept!: KeptOfPersonDto[];
  version!: number;
}

export class ErasurePageDto {
  items!: ErasureDto[];
  next!: string | null;
}

export class OwnErasuresDto {
  /** The latest first. */
  items!: ErasureDto[];
}
