import { ignoring } from '#platform/messaging';

/** Events after which an agency works on as before: for whoever hears but of its suspension, or its end. */
export const agencyGoesOn = ignoring(
  'agency.registered.v1',
  'agency.details-changed.v1',
  'agency.standing-terms-changed.v1',
  'agency.verified.v1',
);
