/** Who acts for a business in everything but its books. */
export const businessTeam = ['business.owner', 'business.colleague'] as const;
/** Everybody of a business who sees its work and its books: the accountant reads. */
export const businessReaders = [...businessTeam, 'business.accountant'] as const;
/** Who acts for an agency in everything but the assessing of workplaces. */
export const agencyTeam = ['agency.owner', 'agency.coordinator'] as const;
/** Who sees the work of an engagement. */
export const engagementReaders = [...businessReaders, ...agencyTeam, 'agency.assistant'] as const;
