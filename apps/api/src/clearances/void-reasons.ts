import type { VoidReason } from '#domain';

/** Why a clearance is void, as others hear it: that it was pain which was reported stays at home, being data about health. */
export const reasonsForOthers = {
  moved: 'moved',
  'pain-reported': 'reported',
  withdrawn: 'withdrawn',
  expired: 'expired',
  'template-changed': 'template-changed',
} as const satisfies Record<VoidReason, string>;
