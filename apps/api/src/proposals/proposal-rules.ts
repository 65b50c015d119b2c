import {
  type AccessRule,
  administrators,
  agencySignatories,
  agencyTeam,
  businessReaders,
  businessSignatories,
  businessTeam,
} from '#access';

const scope = 'proposals:write';
/** For the agency that proposes something. */
export const makeProposals: AccessRule = { roles: agencyTeam, scope };
/** For the business that is proposed something. */
export const judgeProposals: AccessRule = { roles: businessTeam, scope };
export const acceptProposals: AccessRule = { roles: businessSignatories, scope };
export const readProposals: AccessRule = {
  roles: [...agencyTeam, ...agencySignatories, ...businessReaders, ...businessSignatories, ...administrators],
  scope: 'proposals:read',
};
