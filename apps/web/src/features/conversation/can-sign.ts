import { hasRole, type Session } from '../../session/session';

/** Channels are part of what was signed. */
export const canSign = (session: Session): boolean =>
  hasRole(session, 'agency.owner', 'agency.signatory', 'business.owner', 'business.signatory');
