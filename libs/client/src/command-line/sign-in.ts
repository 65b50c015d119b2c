import { SessionTokens } from '../session-tokens.js';
import { type Command, Misuse, text } from './command.js';

export const signIn: Command = {
  name: 'sign-in',
  takes: [],
  says: 'Signs in, and keeps the login in ~/.config/ajudant. The password is asked for, or read from what is piped in.',
  options: { email: { type: 'string', says: 'who', value: 'ADDRESS' } },
  async run({ url, values, login, askSecret, tell }) {
    const email = text(values['email']);
    if (email === undefined) throw new Misuse('Say who: --email ADDRESS.');
    const tokens = await SessionTokens.signIn(url, email, await askSecret('Password: '));
    login.keep({ url, tokens });
    tell({ url, email }, `Signed in at ${url} as ${email}.`);
  },
};

export const signOut: Command = {
  name: 'sign-out',
  takes: [],
  says: 'Forgets the login of this machine.',
  options: {},
  async run({ login, tell }) {
    login.forget();
    tell({ signedIn: false }, 'Signed out.');
  },
};

export const whoAmI: Command = {
  name: 'whoami',
  takes: [],
  says: 'Says who is signed in.',
  options: {},
  async run({ client, tell }) {
    const me = await client.body(client.api.GET('/v1/me'));
    tell(me, `${me.displayName ?? 'An API key'}, ${me.organisationName} (${me.roles.join(', ')})`);
  },
};
