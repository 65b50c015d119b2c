import { instantMs } from '../time/instant.js';
import type { Clearance, GrantedClearance } from './clearance.js';

/** Whether the clearance still holds when a period ends: granted, and valid up to that instant. */
export function clearanceOutlives(clearance: Clearance, periodEndAt: string): clearance is GrantedClearance {
  return clearance.status === 'granted' && instantMs(clearance.validUntil) >= instantMs(periodEndAt);
}
