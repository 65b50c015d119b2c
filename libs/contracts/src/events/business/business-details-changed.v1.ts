import { IsISO8601 } from 'class-validator';
import { BusinessDetailsV1 } from '../business-shapes.js';

export class BusinessDetailsChangedV1 extends BusinessDetailsV1 {
  static readonly type = 'business.details-changed.v1';

  @IsISO8601() changedAt!: string;
}
