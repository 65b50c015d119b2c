import { IsISO8601, IsString, IsUUID } from 'class-validator';
import { PartiesV1 } from './parties.shape.js';

/** What all events of a pack of hours say: whose it is, of which line, and of which period. */
export class HourPackOfV1 extends PartiesV1 {
  /** The engagement, which has the id of its agreement. */
  @IsUUID() engagementId!: string;
  @IsString() lineId!: string;

  /** First and last local date of the period. */
  @IsISO8601() periodStartsOn!: string;
  @IsISO8601() periodEndsOn!: string;
}
