import { parseArgs } from 'node:util';
import { AjudantClient } from '../ajudant-client.js';
import { ApiProblem } from '../api-problem.js';
import { SessionTokens } from '../session-tokens.js';
import { book } from './book.js';
import { type Command, Misuse, PartlyRefused, text } from './command.js';
import { completionOf } from './completion.js';
import { events } from './events.js';
import { everywhere, help, helpOf } from './help.js';
import { importFile } from './import.js';
import { KeptLogin } from './kept-login.js';
import { list } from './list.js';
import { pack } from './pack.js';
import { signIn, signOut, whoAmI } from './sign-in.js';

const working: readonly Command[] = [signIn, signOut, whoAmI, importFile, list, book, events, pack];
const commands: readonly Command[] = [...working, completionOf(working)];

/** What surrounds a run. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly askSecret: (question: string) => Promise<string>;
  readonly signal: AbortSignal;
}

/** Runs what was written behind `ajudant`; returns with what the process ends. */
export async function run(words: readonly string[], around: Surroundings): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    around.out(help(commands));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    around.out(around.version);
    return 0;
  }
  const wanted = name === 'help' ? rest[0] : name;
  const command = commands.find((known) => known.name === wanted);
  if (command === undefined) {
    around.err(`There is no command ${wanted}; ajudant --help lists them.`);
    return 2;
  }
  try {
    return await runCommand(command, name === 'help' ? ['--help'] : rest, around);
  } catch (error) {
    around.err(sentenceOf(error));
    return exitCodeOf(error);
  }
}

async function runCommand(command: Command, words: readonly string[], around: Surroundings): Promise<number> {
  const { values, positionals } = parsed(command, words);
  if (values['help'] === true) {
    around.out(helpOf(command));
    return 0;
  }
  if (positionals.length > command.takes.length) throw new Misuse(`It takes ${command.takes.join(' ') || 'nothing'}.`);
  const login = new KeptLogin(around.env);
  const known = login.read();
  const url = placeOf(text(values['url']) ?? text(around.env['AJUDANT_URL']) ?? known?.url ?? 'http://127.0.0.1:8080');
  const key = text(around.env['AJUDANT_TOKEN']);
  const send = asProgram(around.version);
  const session =
    known !== null && known.url === url ? new SessionTokens(url, known.tokens, login.at(url), send) : null;
  const token = key !== undefined ? () => key : session?.token;
  const client = new AjudantClient({ baseUrl: url, ...(token && { token }), fetch: send, retries: {} });
  await command.run({
    client,
    send,
    url,
    login,
    values,
    given: positionals,
    signal: around.signal,
    askSecret: around.askSecret,
    tell: (value, line) => around.out(values['json'] === true && value !== null ? JSON.stringify(value) : line),
  });
  return 0;
}

/** One place is one login, with a slash at its end or without. */
function placeOf(url: string): string {
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    throw new Misuse(`${url} is no address such as https://ajudant.example.`);
  }
  return url.replace(/\/+$/, '');
}

/** By that name the login stands in the list of somebody's sessions. */
const asProgram =
  (version: string) =>
  (request: Request): Promise<Response> => {
    request.headers.set('user-agent', `ajudant/${version}`);
    return fetch(request);
  };

function parsed(command: Command, words: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, ...everywhere }).map(([name, { type }]) => [name, { type }]),
  );
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof ApiProblem) {
    const fields = error.fields.map(
      ({ pointer, parameter, header, detail }) => `\n  ${pointer ?? parameter ?? header ?? ''}: ${detail}`,
    );
    return `${error.message} (${error.code})${fields.join('')}`;
  }
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof Misuse) return 2;
  if (error instanceof TypeError && error.message === 'fetch failed') return 6;
  if (error instanceof PartlyRefused) return 5;
  if (!(error instanceof ApiProblem)) return 1;
  if (error.status === 401 || error.status === 403) return 3;
  if (error.status === 404) return 4;
  return error.status === 429 || error.status >= 500 ? 6 : 5;
}
