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
  'engagements',
  'invoices',
  'reviews',
  'events',
  'admin',
] as const;
export type ApiArea = (typeof apiAreas)[number];
export type ApiScope = `${ApiArea}:${'read' | 'write'}`;

/** Every scope that an API key can be given, sorted as the areas are. */
export const apiScopes: readonly ApiScope[] = apiAreas.flatMap((area): ApiScope[] => [`${area}:read`, `${area}:write`]);

/** Whoever makes a request, as far as rules about it need to know. */
export interface Actor {
  /** Null for an API key, which belongs to the organisation and not to a person. */
  readonly userId: string | null;
  readonly organisationId: string;
  readonly organisationKind: 'agency' | 'business' | 'marketplace';
  readonly roles: readonly Role[];
  /** A person's token may do all that her roles allow; an API key only what it was made for. */
  readonly scopes: readonly ApiScope[] | 'all';
  /** The assistant that the person is, for members with the role `agency.assistant`. */
  readonly assistantId: string | null;
  readonly via: 'token' | 'api-key';
}

/** What a database transaction for this actor may see. */
export const scopeOf = (
  actor: Pick<Actor, 'organisationId' | 'organisationKind'>,
): { kind: 'marketplace' } | { kind: 'organisation'; organisationId: string } =>
  actor.organisationKind === 'marketplace'
    ? { kind: 'marketplace' }
    : { kind: 'organisation', organisationId: actor.organisationId };
