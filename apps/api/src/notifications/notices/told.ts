import { agencySignatories, agencyTeam, businessSignatories, businessTeam, type Role } from '#access';

/** Sets of people as the lines of the table name them. */
export const assistantHerself = { assistant: ['agency.assistant'] } as const satisfies Record<string, readonly Role[]>;
/** The agency, and who does the work. */
export const whoDoesIt = { agency: agencyTeam, ...assistantHerself } as const;
export const everybodyInvolved = { agency: agencyTeam, business: businessTeam, ...assistantHerself } as const;
/** Who can sign, and who works with what is signed. */
export const signatories = {
  agency: [...agencyTeam, ...agencySignatories],
  business: [...businessTeam, ...businessSignatories],
} as const;
export const assessors = { agency: ['agency.assessor'] } as const satisfies Record<string, readonly Role[]>;
export const administration = { marketplace: ['marketplace.administrator'] } as const satisfies Record<
  string,
  readonly Role[]
>;
