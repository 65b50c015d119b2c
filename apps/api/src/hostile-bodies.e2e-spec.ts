import { randomUUID } from 'node:crypto';
import { openApiDocument } from '#platform/http';
import type { BodySchema } from './testing/arbitrary-body.js';
import { anAdministrator, anAgency, type SignedIn } from './testing/people.js';
import { testApi, type TestApi } from './testing/test-api.js';

const kibibyte = 1_024;
const megabyte = kibibyte * kibibyte;
/** No refusal needs more. */
const maxAnswer = 64 * kibibyte;

/** Shapes that cost more than they weigh, each about as big as it is told to be. */
const shapes: readonly (readonly [string, (bytes: number) => string])[] = [
  ['a list where an object belongs', (bytes) => `[${'{},'.repeat(bytes / 3)}{}]`],
  ['very many lines', (bytes) => `{"lines":[${'{},'.repeat(bytes / 3 - 8)}{}]}`],
  ['lines of other kinds', (bytes) => `{"lines":[${'[[]],'.repeat(bytes / 5 - 8)}{}]}`],
  ['very many members that nobody knows', (bytes) => `{${membersOf(bytes / 12)}"a":1}`],
  ['a list in a list in a list', (bytes) => `${'['.repeat(bytes / 2)}${']'.repeat(bytes / 2)}`],
  ['brackets that never close', (bytes) => '{"a":['.repeat(bytes / 6)],
  ['one text', (bytes) => `{"name":"${'x'.repeat(bytes - 32)}"}`],
  ['a text of escapes', (bytes) => `{"name":"${'\\ud83e\\uddc1'.repeat(bytes / 12 - 4)}"}`],
  ['a list of equal texts', (bytes) => `{"excludedAgencyIds":[${'"a",'.repeat(bytes / 4 - 16)}"a"]}`],
];

const membersOf = (count: number): string =>
  Array.from({ length: Math.floor(count) }, (_, at) => `"m${at}":{},`).join('');

describe('a body that is meant to hold everybody up', () => {
  let api: TestApi;
  let agency: SignedIn;
  let administrator: SignedIn;
  beforeAll(async () => {
    api = await testApi();
    agency = await anAgency(api);
    administrator = await anAdministrator(api);
  });
  afterAll(() => api.close());

  const send = (path: string, headers: Record<string, string>, body: string) =>
    api.http
      .post(path)
      .set({ 'content-type': 'application/json', ...headers })
      .send(body);

  describe.each(shapes)('of %s', (_shape, bodyOf) => {
    it.each([
      ['anybody', '/v1/agencies', 16, () => ({ 'idempotency-key': randomUUID() })],
      ['whoever is signed in', '/v1/assistants', 128, () => agency.headers()],
    ] as const)('is refused shortly when %s sends it', async (_who, path, kibibytes, headers) => {
      for (const bytes of [megabyte - kibibyte, kibibytes * kibibyte - kibibyte]) {
        const answer = await send(path, headers(), bodyOf(bytes));
        expect([400, 413]).toContain(answer.status);
        expect(answer.headers['content-type']).toContain('application/problem+json');
        expect((answer.body.errors ?? []).length).toBeLessThanOrEqual(50);
        expect(answer.text.length).toBeLessThan(maxAnswer);
      }
    });
  });

  const columns = 'externalRef,displayName,professionalTitle,countryCode,timeZone,hourlyRate,currency';
  const postFile = (path: string, who: SignedIn, type: string, file: string) =>
    api.http.post(path).set(who.headers()).set('content-type', type).send(file);

  it.each([
    ['empty lines', '\n'.repeat(500_000), 400, 'roster.empty'],
    ['lines of a comma', ',\n'.repeat(400_000), 400, 'roster.empty'],
    ['short lines', '1,2\n'.repeat(250_000), 400, 'roster.too-many-lines'],
    ['quotes that nobody closes', 'a,"b\n'.repeat(150_000), 400, 'roster.not-csv'],
  ])('is refused as a roster of %s', async (_what, lines, status, code) => {
    const answer = await postFile('/v1/assistants/import', agency, 'text/csv', `${columns}\n${lines}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.text.length).toBeLessThan(maxAnswer);
  });

  it.each([
    ['empty lines', 'text/csv', `id,en\n${'\n'.repeat(500_000)}`, 'catalogue.empty'],
    ['short lines', 'text/csv', `id,en\n${'1,a\n'.repeat(250_000)}`, 'catalogue.too-many-entries'],
    ['short entries', 'application/x-ndjson', '{}\n'.repeat(300_000), 'catalogue.too-many-entries'],
    ['one entry over and over', 'application/json', `[${'{},'.repeat(300_000)}{}]`, 'catalogue.too-many-entries'],
  ])('is refused as a catalogue of %s', async (_what, type, file, code) => {
    const answer = await postFile('/v1/admin/catalogue/imports?source=flood', administrator, type, file);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  it('is a line that is told, where it is a list of lists in a catalogue', async () => {
    const deep = `{"id":"d","en":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    const file = `${deep}\n{"id":"g","en":"Feed the horses"}\n`;
    const answer = await postFile(
      '/v1/admin/catalogue/imports?source=deep',
      administrator,
      'application/x-ndjson',
      file,
    ).expect(200);
    expect(answer.body).toMatchObject({ accepted: 1, rejected: [{ line: 1 }] });
  });

  it.each([
    ['roster', '/v1/assistants/import', () => agency, 'text/csv', `${columns}\n${',\n'.repeat(400_000)}`],
    [
      'catalogue',
      '/v1/admin/catalogue/imports?source=deep',
      () => administrator,
      'application/x-ndjson',
      `{"id":"d","en":${'['.repeat(10_000)}${']'.repeat(10_000)}}\n`.repeat(40),
    ],
  ])('holds nobody up while it is read as a %s', async (_what, path, who, type, file) => {
    const attack = { isAnswered: false };
    const answered = postFile(path, who(), type, file).then(() => (attack.isAnswered = true));
    let others = 0;
    while (!attack.isAnswered) {
      await api.http.get('/health/live').expect(200);
      if (!attack.isAnswered) others += 1;
    }
    await answered;
    // One or two could be answered before the file has come.
    expect(others).toBeGreaterThan(2);
  });

  it('is told from the largest that a route takes', async () => {
    const { paths, components } = openApiDocument(api.app);
    const schemas = (components?.schemas ?? {}) as Record<string, BodySchema>;
    for (const [path, item] of Object.entries(paths)) {
      for (const method of ['post', 'put', 'patch'] as const) {
        const schema = item[method]?.requestBody;
        const json = schema && 'content' in schema ? schema.content['application/json']?.schema : undefined;
        if (json === undefined || path.includes('imports')) continue;
        const body = JSON.stringify(largestOf(json as BodySchema, schemas));
        const { status } = await api.http[method](path).set('content-type', 'application/json').send(body);
        expect(`${method} ${path}: ${status === 413 ? `${body.length} are too many` : 'read'}`).toBe(
          `${method} ${path}: read`,
        );
      }
    }
  });
});

/** As much of everything as the schema allows. */
function largestOf(schema: BodySchema, schemas: Readonly<Record<string, BodySchema>>): unknown {
  const of = (one: BodySchema): unknown => largestOf(one, schemas);
  const { $ref, type, enum: values, maxLength = 30, maximum = 1_000_000, properties = {}, items = {} } = schema;
  const choices = schema.allOf ?? schema.anyOf ?? schema.oneOf;
  if ($ref !== undefined) return of(schemas[$ref.split('/').at(-1) ?? ''] ?? {});
  if (choices !== undefined) return of(choices[0] ?? {});
  if (values !== undefined) return values[0];
  const kind = typeof type === 'string' ? type : type?.find((each) => each !== 'null');
  if (kind === 'object') return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, of(one)]));
  if (kind === 'array') return Array.from({ length: schema.maxItems ?? 20 }, () => of(items));
  if (kind === 'string') return (maxLength > 30 ? '字' : 'x').repeat(maxLength);
  return kind === 'boolean' ? true : maximum;
}
