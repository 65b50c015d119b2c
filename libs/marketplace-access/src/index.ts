export { Access, type AccessRule } from './access.js';
export { type Actor, marketplace, scopeOf } from './actor.js';
export {
  administrators,
  agencySignatories,
  agencyTeam,
  agencyWorkers,
  bothTeams,
  businessReaders,
  businessSignatories,
  businessTeam,
  engagementReaders,
  owners,
  readersOfBothSides,
} from './role-sets.js';
export { type Role, roles } from './roles.js';
export { type ApiArea, type ApiScope, apiAreas, apiScopes } from './scopes.js';
export { variablesOfServices } from './variables.js';
