import { IsString, IsUUID } from 'class-validator';
import { PartiesV1 } from './parties.shape.js';

/** What all events of a time entry say: whose time it is, and of which line. */
export class TimeEntryOfV1 extends PartiesV1 {
  /** The engagement, which has the id of its agreement. */
  @IsUUID() engagementId!: string;
  @IsString() lineId!: string;
}
