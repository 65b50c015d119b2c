import { IsIn, IsInt, IsISO8601, Min } from 'class-validator';
import { HourPackOfV1 } from '../hour-pack-shapes.js';

/** A share of the hours of a pack is used by accepted time; each is told once. */
export class HourPackUsedV1 extends HourPackOfV1 {
  static readonly type = 'hour-pack.used.v1';

  /** Of what is available. */
  @IsIn([80, 100]) percent!: 80 | 100;

  /** Accepted, in whole steps of the agreement. */
  @IsInt() @Min(0) usedMinutes!: number;

  /** With what was carried over. */
  @IsInt() @Min(0) availableMinutes!: number;
  @IsISO8601() usedAt!: string;
}
