export const apiAreas = [
  'agencies',
  'businesses',
  'members',
  'assistants',
  'clearances',
  'catalogue',
  'needs',
  'proposals',
  'agreements',
  'bookings',
  'calendars',
  'engagements',
  'enquiries',
  'invoices',
  'ledger',
  'records',
  'reviews',
  'events',
  'files',
  'webhooks',
  'inbound-mail',
  'admin',
] as const;
export type ApiArea = (typeof apiAreas)[number];
export type ApiScope = `${ApiArea}:${'read' | 'write'}`;

/** Every scope that an API key can be given, sorted as the areas are. */
export const apiScopes: readonly ApiScope[] = apiAreas.flatMap((area): ApiScope[] => [`${area}:read`, `${area}:write`]);
