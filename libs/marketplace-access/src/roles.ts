export const roles = [
  'agency.owner',
  'agency.coordinator',
  'agency.assessor',
  'agency.assistant',
  'agency.signatory',
  'business.owner',
  'business.colleague',
  'business.accountant',
  'business.signatory',
  'marketplace.administrator',
] as const;
export type Role = (typeof roles)[number];
