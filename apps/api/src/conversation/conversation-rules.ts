import { type AccessRule, bothTeams } from '#access';

const talkers = [...bothTeams, 'agency.assistant'] as const;

/** Both sides, and the assistant in what is her own work; what they write to each other is nobody else's. */
export const readConversation: AccessRule = { roles: talkers, scope: 'engagements:read' };
export const talk: AccessRule = { roles: talkers, scope: 'engagements:write' };
