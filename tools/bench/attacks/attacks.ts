import { randomUUID } from 'node:crypto';
import { demoAdministrator, DemoClient, demoPassword } from '../../../apps/all-in-one/src/demo-data/index.js';
import { draftNeed, registerBusiness } from '../../journey/cast.js';

/** One request that somebody sends; all of an attack are sent at once. */
export interface Shot {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Attack {
  readonly name: string;
  readonly shots: readonly Shot[];
}

const megabyte = 1_048_576;
const json = 'application/json';

/** Of so many bytes, more or less. */
const bodies: Readonly<Record<string, (bytes: number) => string>> = {
  'a list where an object belongs': (bytes) => `[${'{},'.repeat(bytes / 3 - 8)}{}]`,
  'very many lines': (bytes) => `{"lines":[${'{},'.repeat(bytes / 3 - 8)}{}]}`,
  'brackets in brackets': (bytes) => '['.repeat(bytes / 2) + ']'.repeat(bytes / 2),
  'a text of escapes': (bytes) => `{"name":"${'\\ud83e\\uddc1'.repeat(bytes / 12 - 4)}"}`,
};

const columns = 'externalRef,displayName,professionalTitle,countryCode,timeZone,hourlyRate,currency';
const goodLine = (at: number): string => `r-${at},Núria ${at},Executive assistant,ES,Europe/Madrid,25,EUR`;
const rosters: Readonly<Record<string, string>> = {
  '500,000 empty lines': `${columns}\n${'\n'.repeat(500_000)}`,
  '400,000 commas': `${columns}\n${',\n'.repeat(400_000)}`,
  '250,000 short lines': `${columns}\n${'1,2\n'.repeat(250_000)}`,
  'quotes that nobody closes': `${columns}\n${'a,"b\n'.repeat(150_000)}`,
  '2,000 good lines': [columns, ...Array.from({ length: 2_000 }, (_, at) => goodLine(at))].join('\n'),
};
const catalogues: Readonly<Record<string, string>> = {
  '10,000 nested lists': '{"id":"d","en":[[[[["a"]]]]]}\n'.repeat(10_000),
  'lists 10,000 deep': `{"id":"d","en":${'['.repeat(10_000)}${']'.repeat(10_000)}}\n`.repeat(40),
  '250,000 short lines': `id,en\n${'1,a\n'.repeat(250_000)}`,
};

const volley = (count: number, shot: () => Shot): Shot[] => Array.from({ length: count }, shot);

const post = (path: string, token: string | null, type: string, body: string): Shot => ({
  method: 'POST',
  path,
  headers: {
    'content-type': type,
    'idempotency-key': randomUUID(),
    ...(token !== null && { authorization: `Bearer ${token}` }),
  },
  body,
});

/** Owns an agency of the demo. */
const agencyOwner = 'nuria@mediterrania.example';

/** What the demo's people and a business of its own send to a marketplace with the demo in it. */
export async function attacksOn(url: string): Promise<Attack[]> {
  const email = await registerBusiness(new DemoClient(url));
  const business = await tokenOf(url, email);
  const [owner, administrator] = [await tokenOf(url, agencyOwner), await tokenOf(url, demoAdministrator.email)];
  const needId = await draftNeed(new DemoClient(url, { authorization: `Bearer ${business}` }));
  return [
    ...Object.entries(bodies).map(([name, of]) => ({
      name: `JSON of 1 MB and of 16 KB: ${name}`,
      shots: [megabyte - 1_024, 15 * 1_024].flatMap((bytes) =>
        volley(10, () => post('/v1/agencies', null, json, of(bytes))),
      ),
    })),
    ...Object.entries(rosters).map(([name, file]) => ({
      name: `a roster of ${name}`,
      shots: volley(name.includes('good') ? 1 : 4, () => post('/v1/assistants/import', owner, 'text/csv', file)),
    })),
    ...Object.entries(catalogues).map(([name, file]) => ({
      name: `a catalogue of ${name}`,
      shots: volley(4, () =>
        post(
          '/v1/admin/catalogue/imports?source=attack',
          administrator,
          file.startsWith('{') ? 'application/x-ndjson' : 'text/csv',
          file,
        ),
      ),
    })),
    { name: '600 registrations at once', shots: volley(600, registration) },
    {
      name: '100 streams of one person',
      shots: volley(100, () => ({
        method: 'GET',
        path: `/v1/needs/${needId}/stream`,
        headers: { authorization: `Bearer ${business}` },
      })),
    },
  ];
}

function registration(): Shot {
  const address = `flood-${randomUUID()}@example.org`;
  const owner = { displayName: 'Flood', email: address, password: demoPassword };
  const business = {
    name: 'Flood',
    countryCode: 'ES',
    sector: 'bakery',
    timeZone: 'Europe/Madrid',
    contactEmail: address,
  };
  return post('/v1/businesses', null, json, JSON.stringify({ ...business, owner }));
}

/** Signs somebody of the demo in, or whoever has its password. */
export async function tokenOf(url: string, email: string): Promise<string> {
  const credentials = { body: { email, password: demoPassword } };
  return (await new DemoClient(url).post<{ accessToken: string }>('/v1/auth/tokens', credentials)).body.accessToken;
}
