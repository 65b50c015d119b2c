import type { AjudantClient } from '../ajudant-client.js';
import { ApiProblem } from '../api-problem.js';
import { everyItem } from '../pages.js';
import { SessionTokens } from '../session-tokens.js';
import { type Command, Misuse, text } from './command.js';

export const signIn: Command = {
  name: 'sign-in',
  takes: [],
  says: 'Signs in, and keeps the login in ~/.config/ajudant. The password is asked for, or read from what is piped in.',
  options: { email: { type: 'string', says: 'who', value: 'ADDRESS' } },
  async run({ send, url, values, login, askSecret, tell }) {
    const email = text(values['email']);
    if (email === undefined) throw new Misuse('Say who: --email ADDRESS.');
    const tokens = await SessionTokens.signIn(url, email, await askSecret('Password: '), send);
    login.keep({ url, tokens });
    tell({ url, email }, `Signed in at ${url} as ${email}.`);
  },
};

export const signOut: Command = {
  name: 'sign-out',
  takes: [],
  says: 'Ends the login of this machine, here and at the service.',
  options: {},
  async run({ client, login, tell }) {
    const isKept = login.read() !== null;
    try {
      if (isKept) await endSession(client);
    } catch (error) {
      // Over already, which is what was wanted.
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
    } finally {
      login.forget();
    }
    tell({ signedIn: false }, isKept ? 'Signed out.' : 'Nobody was signed in.');
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

/** The login could be used elsewhere until its end otherwise. An API key has no session, and none is ended for it. */
async function endSession(client: AjudantClient): Promise<void> {
  const sessions = everyItem((after) =>
    client.body(client.api.GET('/v1/account/sessions', { params: { query: after === undefined ? {} : { after } } })),
  );
  for await (const { id, isCurrent } of sessions) {
    if (!isCurrent) continue;
    await client.body(client.api.DELETE('/v1/account/sessions/{id}', { params: { path: { id } } }));
    return;
  }
}
