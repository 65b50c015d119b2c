import type { Role } from './roles.js';

/** Who acts for an agency in everything but the assessing of workplaces. */
export const agencyTeam = ['agency.owner', 'agency.coordinator'] as const satisfies readonly Role[];

/** Who acts for a business in everything but its books. */
export const businessTeam = ['business.owner', 'business.colleague'] as const satisfies readonly Role[];

/** Everybody of a business: the accountant reads. */
export const businessReaders = [...businessTeam, 'business.accountant'] as const satisfies readonly Role[];

export const administrators = ['marketplace.administrator'] as const satisfies readonly Role[];

/** Who acts for either side. */
export const bothTeams = [...businessTeam, ...agencyTeam] as const satisfies readonly Role[];

/** Who does an agency's work: its assistants as well, with what is theirs. */
export const agencyWorkers = [...agencyTeam, 'agency.assistant'] as const satisfies readonly Role[];

/** Who sees what the two sides share. */
export const readersOfBothSides = [
  ...agencyTeam,
  ...businessReaders,
  ...administrators,
] as const satisfies readonly Role[];

/** Who sees the work of an engagement: both sides, the assistants who do it, and the marketplace. */
export const engagementReaders = [
  ...businessReaders,
  ...agencyWorkers,
  ...administrators,
] as const satisfies readonly Role[];

/** Who accepts agreements and proposals: owners, and whom they made signatory. */
export const agencySignatories = ['agency.owner', 'agency.signatory'] as const satisfies readonly Role[];
export const businessSignatories = ['business.owner', 'business.signatory'] as const satisfies readonly Role[];

/** Who looks after an organisation's members. */
export const owners = ['agency.owner', 'business.owner'] as const satisfies readonly Role[];
