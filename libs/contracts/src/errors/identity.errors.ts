import { errorTable } from './error-table.js';

/** Refusals around accounts, memberships, invitations and keys. */
export const identityErrors = errorTable({
  400: {
    'account.password-blank': 'The password has nothing to be seen in it',
    'account.password-common': 'The password is one of those that are guessed first',
    'api-key.unknown-scope': 'There is no such scope',
    'invitation.role-of-another-kind': 'The role belongs to another kind of organisation',
  },
  401: {
    'account.wrong-credentials': 'The e-mail address or the password is wrong',
    'account.no-membership': 'The account belongs to no such organisation',
    'refresh-token.invalid': 'The refresh token is not valid',
    'refresh-token.reused': 'The refresh token was used before; its family is revoked',
  },
  403: {
    'invitation.owner-by-key': 'A key can not invite owners',
    'api-key.scope-not-held': 'A key can not do more than the person who makes it',
  },
  404: {
    'account.code-invalid': 'There is no such code, or it was used or is too old',
    'api-key.not-found': 'There is no such API key',
    'invitation.not-found': 'There is no such open invitation in this organisation',
    'invitation.invalid': 'There is no such open invitation',
    'invitation.assistant-unknown': 'There is no such assistant in this agency',
    'session.not-found': 'There is no such session',
    'member.not-found': 'There is no such member',
  },
  409: {
    'account.email-taken': 'This e-mail address has an account already',
    'member.last-owner': 'An organisation keeps at least one owner',
  },
});
