import { randomUUID } from 'node:crypto';
import type { DemoPeopleDto, InvitationDto } from '#contracts';
import { DemoClient, demoPassword } from '../../apps/all-in-one/src/demo-data/index.js';

/** Roles that nobody has whom the demo offers at a click: an owner of hers invites somebody. */
const invited = {
  colleague: ['business', ['business.colleague']],
  accountant: ['business', ['business.accountant']],
  signatory: ['business', ['business.signatory']],
  coordinator: ['agency', ['agency.coordinator']],
  assessor: ['agency', ['agency.assessor']],
  'signatory-of-agency': ['agency', ['agency.signatory']],
} as const;
export type InvitedRole = keyof typeof invited;
export const invitedRoles = Object.keys(invited) as readonly InvitedRole[];

/** Somebody new in the demo's first business or agency. @returns how she signs in */
export async function inviteToDemo(url: string, role: InvitedRole): Promise<{ email: string; password: string }> {
  const anybody = new DemoClient(url);
  const { body: people } = await anybody.get<DemoPeopleDto>('/v1/demo-people');
  const [side, roles] = invited[role];
  const { email: ownersEmail } = people.items.find((person) => person.role === side)!;
  const owner = (await anybody.signIn(ownersEmail, demoPassword))!;
  const login = { email: `${role}.${randomUUID().slice(0, 8)}@example.org`, password: demoPassword };
  const body = { email: login.email, roles };
  const { token } = (await owner.post<InvitationDto>('/v1/invitations', { body })).body;
  const displayName = role[0]!.toUpperCase() + role.slice(1).replaceAll('-', ' ');
  await anybody.post('/v1/invitations/acceptances', {
    body: { token, displayName, password: login.password },
  });
  return login;
}
