import type { ErrorTable } from './error-entry.js';

/** Refusals around accounts, memberships, invitations and keys. */
export const identityErrors = {
  'account.email-taken': { status: 409, title: 'This e-mail address has an account already' },
  'account.wrong-credentials': { status: 401, title: 'The e-mail address or the password is wrong' },
  'account.no-membership': { status: 401, title: 'The account belongs to no such organisation' },
  'refresh-token.invalid': { status: 401, title: 'The refresh token is not valid' },
  'refresh-token.reused': { status: 401, title: 'The refresh token was used before; its family is revoked' },
  'api-key.not-found': { status: 404, title: 'There is no such API key' },
  'api-key.unknown-scope': { status: 400, title: 'There is no such scope' },
  'api-key.scope-not-held': { status: 403, title: 'A key can not do more than the person who makes it' },
  'invitation.invalid': { status: 404, title: 'There is no such open invitation' },
  'invitation.role-of-another-kind': { status: 400, title: 'The role belongs to another kind of organisation' },
  'invitation.assistant-unknown': { status: 404, title: 'There is no such assistant in this agency' },
  'member.not-found': { status: 404, title: 'There is no such member' },
  'member.last-owner': { status: 409, title: 'An organisation keeps at least one owner' },
} as const satisfies ErrorTable;
