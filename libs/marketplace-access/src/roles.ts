export const roles = [
  'agency.owner',
  'agency.coordinator',
  'agency.assessor',
  'agency.assistant',
  'business.owner',
  'business.colleague',
  'business.accountant',
  'marketplace.administrator',
] as const;
export type Role = (typeof roles)[number];
