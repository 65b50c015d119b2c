import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { aBookableAssistant, anAcceptedAgreement } from '../../apps/api/src/testing/bookable.js';
import { anHourIn } from '../../apps/api/src/testing/engagements.js';
import { aBusiness, anAgency, password } from '../../apps/api/src/testing/people.js';
import { aWorkbook } from '#platform/testing';
import { testApi } from '../../apps/api/src/testing/test-api.js';
import { clientVersion } from '../../libs/client/src/version.js';

const root = path.resolve(import.meta.dirname, '../../..');
const execute = promisify(execFile);
const place = mkdtempSync(path.join(tmpdir(), 'ajudant-client-'));
const modules = path.join(place, 'node_modules');
const home = path.join(modules, '@ajudant', 'client');
const api = await testApi();
let url: string;
beforeAll(async () => {
  url = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
  const packing = path.join(root, 'tools', 'client', 'pack-client.mjs');
  const { stdout } = await execute(process.execPath, [packing, path.join(place, 'package')], { cwd: root });
  // As npm unpacks it, with what it depends on beside it.
  mkdirSync(home, { recursive: true });
  await execute('tar', ['-xzf', stdout.trim().split('\n').at(-1)!, '-C', home, '--strip-components=1']);
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers']) {
    symlinkSync(path.join(root, 'node_modules', name), path.join(modules, name), 'junction');
  }
});
afterAll(async () => {
  await api.close();
  rmSync(place, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
interface Given {
  readonly stdin?: string;
  readonly env?: object;
}
const surroundings = (env: object) => ({
  ...process.env,
  AJUDANT_URL: url,
  AJUDANT_CONFIG_DIR: place,
  AJUDANT_TOKEN: undefined,
  NODE_OPTIONS: '',
  ...env,
});
/** Runs the package's `ajudant` as a shell does, with its login in the folder of the test. */
const ajudantAlone = (words: readonly string[], { stdin = '', env = {} }: Given = {}) =>
  new Promise<Ended>((resolve) => {
    const bin = path.join(home, JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')).bin.ajudant);
    const child = spawn(process.execPath, [bin, ...words], { env: surroundings(env), cwd: place });
    let [out, err] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (err += part.toString()));
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(stdin);
  });
/** The same program of the package, without a process of its own for each call. */
async function ajudant(words: readonly string[], { stdin = '', env = {} }: Given = {}): Promise<Ended> {
  const program = pathToFileURL(path.join(home, 'lib/command-line/run.js')).href;
  const { run } = (await import(program)) as typeof import('../../libs/client/src/command-line/run.js');
  let [out, err] = ['', ''];
  const code = await run(words, {
    env: surroundings(env),
    version: clientVersion,
    out: (line) => (out += `${line}\n`),
    err: (line) => (err += `${line}\n`),
    askSecret: async () => stdin.trim(),
    signal: new AbortController().signal,
  });
  return { code, out, err };
}
const succeeding =
  (how: typeof ajudant) =>
  async (words: readonly string[], given?: Given): Promise<string> => {
    const { code, out, err } = await how(words, given);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    return out;
  };
const ran = succeeding(ajudant);
const ranAlone = succeeding(ajudantAlone);
const signIn = (email: string) => ranAlone(['sign-in', '--email', email], { stdin: `${password}\n` });
const values = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the client as others install it', () => {
  it('is of the version that it says', () => {
    expect(JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')).version).toBe(clientVersion);
  });

  it('pages, keeps the key of what it sends again, and tells errors by their codes', async () => {
    const agency = await anAgency(api);
    const program = `
      import { AjudantClient, ApiProblem, everyItem } from '@ajudant/client';
      const keys = [];
      const fetch = (request) => {
        if (request.method === 'POST') keys.push(request.headers.get('idempotency-key'));
        // The answer of the first try is lost on its way.
        return globalThis.fetch(request).then((answer) => { if (keys.length === 1) throw new TypeError('fetch failed'); return answer; });
      };
      const client = new AjudantClient({ baseUrl: process.env.URL, token: () => process.env.TOKEN, fetch, retries: { firstDelayMs: 1 } });
      const listing = JSON.parse(process.env.LISTING);
      const drafted = await client.body(client.api.POST('/v1/assistants', { body: listing }));
      const found = [];
      for await (const { id } of everyItem((after) => client.body(client.api.GET('/v1/assistants', { params: { query: { limit: 1, after } } })))) found.push(id);
      const code = await client.body(client.api.GET('/v1/assistants/{id}', { params: { path: { id: crypto.randomUUID() } } }))
        .catch((error) => [ApiProblem.has(error, 'assistant.not-found'), error.status]);
      console.log(JSON.stringify({ drafted: drafted.id, found, keys: new Set(keys).size, tries: keys.length, code }));
    `;
    const file = path.join(place, 'program.mjs');
    writeFileSync(file, program);
    const { aListing } = await import('../../apps/api/src/testing/listings.js');
    const env = { ...process.env, URL: url, TOKEN: agency.token, LISTING: JSON.stringify(aListing), NODE_OPTIONS: '' };
    const { stdout } = await execute(process.execPath, [file], { cwd: place, env });
    const said = JSON.parse(stdout) as { drafted: string };
    expect(said).toMatchObject({ found: [said.drafted], keys: 1, tries: 2, code: [true, 404] });
  });
});

describe('the command line', () => {
  it('signs in, says who that is, imports, lists page by page, and signs out', async () => {
    const agency = await anAgency(api);
    await signIn(agency.email);
    expect(JSON.parse(await ranAlone(['whoami', '--json']))).toMatchObject({ organisationId: agency.organisationId });
    const roster = path.join(root, 'examples', 'roster.csv');
    const [report] = values(await ran(['import', 'assistants', roster, '--json']));
    expect(report).toMatchObject({ rejected: [] });
    const listed = values(await ran(['list', 'assistants', '--limit', 'all', '--json']));
    expect(listed).toHaveLength(report!['created'] as number);
    expect((await ran(['list', 'assistants', '--limit', '1'])).trim()).toContain(listed[0]!['displayName'] as string);
    const bad = await ajudant(['import', 'assistants', path.join(root, 'examples', 'roster-with-errors.csv')]);
    expect(bad.code).toBe(5);
    expect(bad.out).toContain('line 4, hourlyRate: ');
    // A spreadsheet's own file, and one in the characters that spreadsheets write.
    const named = (displayName: string) => [
      ['externalRef', 'displayName', 'professionalTitle', 'countryCode', 'timeZone', 'hourlyRate', 'currency'],
      [displayName, displayName, 'online assistant', 'ES', 'Europe/Madrid', '17.50', 'EUR'],
    ];
    const [book, old] = [path.join(place, 'roster.xlsx'), path.join(place, 'old.csv')];
    writeFileSync(book, await aWorkbook(named('Núria')));
    writeFileSync(
      old,
      Buffer.from(
        named('Begoña')
          .map((cells) => cells.join(';'))
          .join('\n'),
        'latin1',
      ),
    );
    for (const file of [book, old]) await ajudant(['import', 'assistants', file]);
    const after = values(await ran(['list', 'assistants', '--limit', 'all', '--json']));
    expect(after.map(({ displayName }) => displayName)).toEqual(expect.arrayContaining(['Núria', 'Begoña']));
    expect((await ajudant(['import', 'assistants', path.join(place, 'nothing.csv')])).code).toBe(2);
    expect((await ajudant(['import', 'enquiries', book])).code).toBe(2);
    const login = readFileSync(path.join(place, 'login.json'), 'utf8');
    const { accessToken } = (JSON.parse(login) as { tokens: { accessToken: string } }).tokens;
    const sessions = await api.http.get('/v1/account/sessions').set('authorization', `Bearer ${accessToken}`);
    expect(sessions.body.items).toContainEqual(
      expect.objectContaining({ isCurrent: true, program: `ajudant/${clientVersion}` }),
    );
    await ran(['sign-out']);
    expect((await ajudant(['whoami'])).code).toBe(3);
    // Nor is the login worth anything where somebody kept it.
    writeFileSync(path.join(place, 'login.json'), login);
    expect((await ajudant(['whoami'])).code).toBe(3);
    await ran(['sign-out']);
  });

  it('books, tells what happened, and makes the pack of a year', async () => {
    const { assistantId } = await aBookableAssistant(api);
    const business = await aBusiness(api);
    const agreementId = await anAcceptedAgreement(api, business, assistantId);
    await signIn(business.email);
    const { startAt, endAt } = anHourIn(api, 96);
    const [booked] = values(await ran(['book', agreementId, '--from', startAt, '--to', endAt, '--confirm', '--json']));
    expect(booked).toMatchObject({ status: 'confirmed' });
    const taken = await ajudant(['book', agreementId, '--from', startAt, '--to', endAt]);
    expect(taken).toMatchObject({ code: 5, out: '' });
    expect(taken.err).toContain('(booking.slot-taken)');
    const happened = values(await ran(['events', '--types', 'booking.held.v1,booking.confirmed.v1', '--json']));
    expect(happened.map(({ type }) => type)).toEqual(['booking.held.v1', 'booking.confirmed.v1']);
    const rest = values(
      await ran(['events', '--after', String(happened[0]!['cursor']), '--types', 'booking.confirmed.v1', '--json']),
    );
    expect(rest).toHaveLength(1);
    const [made] = values(await ranAlone(['pack', '2025', '--json']));
    const archive = readFileSync(path.join(place, 'tax-year-2025.zip'));
    expect(archive).toHaveLength(made!['size'] as number);
    expect(archive.subarray(0, 2).toString()).toBe('PK');
  });

  it('ends with a number that programs can go by', async () => {
    expect(await ajudantAlone(['--help'])).toMatchObject({ code: 0, err: '' });
    expect(await ajudantAlone(['fly'])).toMatchObject({ code: 2, out: '' });
    const code = async (words: string[], env = {}) => (await ajudant(words, { env })).code;
    expect(await code(['--help'])).toBe(0);
    expect(await code(['book', '--help'])).toBe(0);
    expect(await code(['help', 'events'])).toBe(0);
    expect(await code([])).toBe(2);
    expect(await code(['fly'])).toBe(2);
    expect(await code(['list', 'ducks'])).toBe(2);
    expect(await code(['list', 'needs', '--wings'])).toBe(2);
    expect(await code(['whoami'], { AJUDANT_TOKEN: 'ajk_nothing' })).toBe(3);
    expect(await code(['whoami'], { AJUDANT_TOKEN: 'x', AJUDANT_URL: 'http://127.0.0.1:9' })).toBe(6);
  });

  it('completes in the shells that people have', async () => {
    const bash = await ran(['completion', 'bash']);
    const { stdout } = await execute('bash', [
      '-c',
      `${bash}\nCOMP_WORDS=(ajudant list book); COMP_CWORD=2; _ajudant; echo "\${COMPREPLY[@]}"; COMP_WORDS=(ajudant e); COMP_CWORD=1; _ajudant; echo "\${COMPREPLY[@]}"`,
    ]);
    expect(stdout.trim().split('\n')).toEqual(['bookings', 'events']);
    expect(await ran(['completion', 'fish'])).toContain('complete -c ajudant');
    expect(await ran(['completion', 'zsh'])).toContain('bashcompinit');
  });
});
