import { type AccessRule, agencyTeam, bothTeams, businessReaders, businessTeam } from '#access';

/** The accountant of a business reads; an assistant files and reads what she files. */
export const readRecords: AccessRule = {
  roles: [...businessReaders, ...agencyTeam, 'agency.assistant'],
  scope: 'records:read',
};
export const fileRecords: AccessRule = {
  roles: [...bothTeams, 'agency.assistant'],
  scope: 'records:write',
};
export const reviewRecords: AccessRule = { roles: businessTeam, scope: 'records:write' };
/** What is of the books as a whole is for the business and its accountant. */
export const readBooks: AccessRule = { roles: businessReaders, scope: 'records:read' };
