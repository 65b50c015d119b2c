export { Access, type AccessRule } from './access.js';
export { type Actor, marketplace, scopeOf } from './actor.js';
export {
  administrators,
  agencySignatories,
  agencyTeam,
  businessReaders,
  businessSignatories,
  businessTeam,
  owners,
} from './role-sets.js';
export { type Role, roles } from './roles.js';
export { type ApiArea, type ApiScope, apiAreas, apiScopes } from './scopes.js';
export { variablesOfServices } from './variables.js';
