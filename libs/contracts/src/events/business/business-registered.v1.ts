import { IsISO31661Alpha2, IsISO8601 } from 'class-validator';
import { BusinessDetailsV1 } from '../business-shapes.js';

export class BusinessRegisteredV1 extends BusinessDetailsV1 {
  static readonly type = 'business.registered.v1';

  @IsISO31661Alpha2() countryCode!: string;
  @IsISO8601() registeredAt!: string;
}
