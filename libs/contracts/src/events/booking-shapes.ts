import { IsArray, IsISO8601, IsUUID } from 'class-validator';
import { Items } from '../items.js';
import { PartiesV1 } from './parties.shape.js';

export class SlotV1 {
  @IsISO8601() startAt!: string;
  @IsISO8601() endAt!: string;
}

/** What all events of a booking say: who is booked by whom, and the time that the event is about. */
export class BookedTimeV1 extends PartiesV1 {
  @IsUUID() agreementId!: string;
  @IsArray() @Items(() => SlotV1) slots!: SlotV1[];
}
