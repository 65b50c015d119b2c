import { IsArray, IsISO8601, IsUUID } from 'class-validator';
import { Items } from '../../items.js';
import { SlotV1 } from '../booking-shapes.js';

/** A calendar elsewhere says other busy times than before. For whoever looks for free time; no organisation is told. */
export class OutsideCalendarBusyChangedV1 {
  static readonly type = 'outside-calendar.busy-changed.v1';

  @IsUUID() assistantId!: string;
  /** All of them for about a year ahead, in the place of those before; in order, none touching another. */
  @IsArray() @Items(() => SlotV1) busy!: SlotV1[];
  @IsISO8601() changedAt!: string;
}
