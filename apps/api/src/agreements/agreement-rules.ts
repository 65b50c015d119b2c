import {
  type AccessRule,
  administrators,
  agencySignatories,
  agencyTeam,
  businessSignatories,
  businessTeam,
  type Role,
} from '#access';

const bothSides = [...agencyTeam, ...businessTeam] as const;
const signatories = [...agencySignatories, ...businessSignatories] as const;

/** Who reads all agreements of the organisation. */
export const readersOfAll: readonly Role[] = [...bothSides, ...signatories, 'business.accountant', ...administrators];
/** An assistant reads those in which she is named. */
export const readAgreement: AccessRule = { roles: [...readersOfAll, 'agency.assistant'], scope: 'agreements:read' };

const scope = 'agreements:write';
export const draftAgreement: AccessRule = { roles: businessTeam, scope };
export const changeAgreement: AccessRule = { roles: bothSides, scope };
export const acceptAgreement: AccessRule = { roles: signatories, scope };
