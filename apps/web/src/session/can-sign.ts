import { hasRole, type Session } from './session';

/** Owners bind their side, and whom they made signatory: proposals and agreements are accepted by nobody else. */
export const canSign = (session: Session): boolean =>
  hasRole(session, 'agency.owner', 'agency.signatory', 'business.owner', 'business.signatory');
