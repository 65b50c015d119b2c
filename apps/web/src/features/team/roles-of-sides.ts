import type { components } from '@ajudant/client';

export type Role = components['schemas']['InviteMemberDto']['roles'][number];

/** What people of either side can be, without the assistants, whose listing says it. */
export const rolesOf: Readonly<Record<'agency' | 'business', readonly Role[]>> = {
  agency: ['agency.coordinator', 'agency.assessor', 'agency.signatory', 'agency.owner'],
  business: ['business.colleague', 'business.accountant', 'business.signatory', 'business.owner'],
};
