import { ignoring } from '#platform/messaging';

/** Events after which an engagement goes on: for whoever hears of its end alone. A substitution says itself what becomes of the work. */
export const engagementGoesOn = ignoring(
  'engagement.started.v1',
  'engagement.started.v2',
  'engagement.notice-given.v1',
  'engagement.assistant-replaced.v1',
);
