import { type AccessRule, owners } from '#access';

export const readWebhooks: AccessRule = { roles: owners, scope: 'webhooks:read' };
export const changeWebhooks: AccessRule = { roles: owners, scope: 'webhooks:write' };
