import { Type } from 'class-transformer';
import { IsArray, IsISO8601, IsUUID, ValidateNested } from 'class-validator';

export class SlotV1 {
  @IsISO8601()
  startAt!: string;

  @IsISO8601()
  endAt!: string;
}

/** What all events of a booking say: who is booked by whom, and the time that the event is about. */
export class BookedTimeV1 {
  @IsUUID()
  assistantId!: string;

  @IsUUID()
  agencyId!: string;

  @IsUUID()
  businessId!: string;

  @IsUUID()
  agreementId!: string;

  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SlotV1)
  slots!: SlotV1[];
}
