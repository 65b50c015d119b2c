import { IsIn, IsISO8601 } from 'class-validator';
import { AccessGrantOfV1 } from '../access-grant-shapes.js';

/** Somebody has to take it back, and show it. */
export class AccessGrantToCloseV1 extends AccessGrantOfV1 {
  static readonly type = 'access-grant.to-close.v1';

  @IsIn(['asked', 'engagement-ended', 'assistant-replaced']) reason!:
    'asked' | 'engagement-ended' | 'assistant-replaced';
  @IsISO8601() sinceAt!: string;
}
