import type { Role } from '#access';

export const businessRoles: readonly Role[] = ['business.owner', 'business.colleague'];
export const agencyRoles: readonly Role[] = ['agency.owner', 'agency.coordinator'];
/** The assistant sees her own, and nothing of her colleagues'. */
export const readerRoles: readonly Role[] = [
  ...businessRoles,
  'business.accountant',
  ...agencyRoles,
  'agency.assistant',
  'marketplace.administrator',
];
