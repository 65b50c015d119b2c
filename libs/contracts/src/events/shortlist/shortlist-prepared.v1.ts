import { IsArray, IsInt, IsISO8601, IsObject, IsOptional, IsUUID } from 'class-validator';
import { Items } from '../../items.js';
import { NearMissV1, ShortlistEntryV1 } from '../shortlist-shapes.js';

/** The matcher ranked the assistants for a version of a need; the aggregate has the need's id. */
export class ShortlistPreparedV1 {
  static readonly type = 'shortlist.prepared.v1';

  @IsUUID() needId!: string;
  @IsInt() needVersion!: number;

  /** The request that it answers; null after the need was posted or edited. */
  @IsOptional() @IsUUID() requestId!: string | null;
  @IsArray() @Items(() => ShortlistEntryV1) entries!: ShortlistEntryV1[];
  @IsArray() @Items(() => NearMissV1) nearMisses!: NearMissV1[];

  /** How many assistants were listed, all of whom were looked at. */
  @IsInt() considered!: number;

  /**
   * How many of them failed which hard filter first. `capacity` and `overlap`, for which each calendar has to be looked
   * into, are counted only when fewer qualify than the shortlist has places; nor is anybody a near miss by them otherwise.
   */
  @IsObject() excluded!: Record<string, number>;
  @IsISO8601() preparedAt!: string;

  /** The day whose reference rates prices in different currencies were compared by; older shortlists don't say. */
  @IsOptional() @IsISO8601() ratesAsOf?: string;
}
