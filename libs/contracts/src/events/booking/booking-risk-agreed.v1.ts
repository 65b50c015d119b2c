import { IsIn, IsISO8601 } from 'class-validator';
import { PartiesV1 } from '../parties.shape.js';

/** One side is willing to go on in spite of what puts the booking at risk; once both are, it is settled. */
export class BookingRiskAgreedV1 extends PartiesV1 {
  static readonly type = 'booking.risk-agreed.v1';

  @IsIn(['agency', 'business']) side!: 'agency' | 'business';
  @IsISO8601() agreedAt!: string;
}
