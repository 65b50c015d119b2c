import { anyCharacter } from '#text/testing';
import type { Role } from '#access';
import { listRoutes, openApiDocument, type Route } from '#platform/http';
import * as fc from 'fast-check';
import { Agent, request as sendTo } from 'node:http';
import type { AddressInfo } from 'node:net';
import { arbitraryBody, type BodySchema, likelyId } from './testing/arbitrary-body.js';
import { aBookableAssistant, anAcceptedAgreement } from './testing/bookable.js';
import { aNeed } from './testing/needs.js';
import { aBusiness, anAdministrator } from './testing/people.js';
import { testApi, type TestApi } from './testing/test-api.js';

interface Sent {
  readonly route: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

describe('Whatever anybody sends to any route, it is never an error on our side', () => {
  let api: TestApi;
  const agent = new Agent({ keepAlive: true });
  let port: number;
  let routes: readonly Route[];
  let ids: Readonly<Record<string, string>>;
  let tokens: ReadonlyMap<Role, string>;
  let schemas: Readonly<Record<string, BodySchema>>;
  let bodyOf: ReadonlyMap<string, BodySchema>;
  beforeAll(async () => {
    api = await testApi();
    ({ port } = api.app.getHttpServer().address() as AddressInfo);
    // A stream of what there is has no end.
    routes = listRoutes(api.app).filter(({ path }) => path !== '/v1/notifications/stream');
    const [administrator, business] = [await anAdministrator(api), await aBusiness(api)];
    const { agency, assistantId } = await aBookableAssistant(api);
    ids = {
      agency: agency.organisationId,
      business: business.organisationId,
      assistant: assistantId,
      agreement: await anAcceptedAgreement(api, business, assistantId),
      need: await aNeed(api, business),
    };
    tokens = new Map<Role, string>([
      ['marketplace.administrator', administrator.token],
      ['agency.owner', agency.token],
      ['business.owner', business.token],
    ]);
    const document = openApiDocument(api.app);
    schemas = document.components?.schemas as Readonly<Record<string, BodySchema>>;
    bodyOf = new Map(
      Object.entries(document.paths).flatMap(([path, item]) =>
        Object.entries(item as Record<string, { requestBody?: { content?: Record<string, { schema: BodySchema }> } }>)
          .map(([method, { requestBody }]) => [method, requestBody?.content?.['application/json']?.schema] as const)
          .flatMap(([method, schema]) =>
            schema === undefined ? [] : [[`${method.toUpperCase()} ${path}`, schema] as const],
          ),
      ),
    );
  });
  afterAll(async () => {
    agent.destroy();
    await api.close();
  });

  const latin = fc.string({
    unit: fc
      .integer({ min: 0x20, max: 0xff })
      .filter((code) => code !== 0x7f)
      .map((code) => String.fromCharCode(code)),
  });
  const text = fc.string({ unit: anyCharacter }).map((raw) => encodeURIComponent(raw.replaceAll(/\p{Cs}/gu, '')));
  const rarely = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>): fc.Arbitrary<T> =>
    fc.oneof({ weight: 29, arbitrary: usual }, { weight: 1, arbitrary: rare });

  const parameter = (path: string): fc.Arbitrary<string> =>
    // A stream of something that exists has no end.
    path.endsWith('/stream') ? fc.uuid() : fc.oneof(likelyId(path.split('/')[2] ?? '', ids), rarely(fc.uuid(), text));
  const query = fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc
        .array(
          fc.tuple(
            fc.constantFrom('limit', 'after', 'status', 'dutyCode', 'language', 'skillCode', 'needId', 'text', 'a[b]'),
            rarely(fc.constantFrom('1', '0', '-1', 'e30', 'eyJpZCI6IngifQ'), text),
          ),
          { minLength: 1, maxLength: 3 },
        )
        .map((pairs) => `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`),
    },
  );
  /** Those who may come in, twice as often as everybody. */
  const tokensFor = ({ access }: Route): string[] => {
    const roles = access === undefined || access.public ? 'any' : access.roles;
    const fitting = [...tokens].filter(([role]) => roles === 'any' || roles.includes(role));
    return [...fitting, ...fitting, ...tokens].map(([, token]) => token);
  };
  const headersOf = (route: Route): fc.Arbitrary<Record<string, string>> =>
    fc
      .record({
        authorization: rarely(fc.constantFrom(...tokensFor(route).map((token) => `Bearer ${token}`)), latin),
        'idempotency-key': rarely(fc.uuid(), latin),
        'if-match': rarely(fc.constantFrom('*', '"1"', '"2"', '"9999999999999999999"'), latin),
        'x-request-id': rarely(fc.uuid(), latin),
        traceparent: latin,
        'content-type': rarely(
          fc.constant(route.path.endsWith('/import') ? 'text/csv' : 'application/json'),
          fc.constantFrom('text/csv', 'text/plain', ''),
        ),
      })
      // Nobody here waits for results, which no matcher prepares.
      .map((headers) => ({ ...headers, prefer: 'wait=0' }));

  const requestTo = (route: Route): fc.Arbitrary<Sent> => {
    const { method, path } = route;
    const places = path.match(/:\w+/g) ?? [];
    const schema = bodyOf.get(`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const nearly =
      schema === undefined
        ? fc.constant('{}')
        : arbitraryBody(schema, schemas, ids).map((body) => JSON.stringify(body) ?? 'null');
    return fc
      .record({
        places: fc.tuple(...places.map(() => parameter(path))),
        query: method === 'GET' ? query : rarely(fc.constant(''), query),
        headers: headersOf(route),
        body: rarely(nearly, fc.oneof(fc.json(), fc.string())),
      })
      .map(({ places: filled, query: asked, headers, body }) => ({
        route: `${method} ${path}`,
        url: `${places.reduce((url, place, index) => url.replace(place, () => filled[index] ?? ''), path)}${asked}`,
        headers,
        body,
      }));
  };

  const send = ({ route, url: path, headers, body }: Sent): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const method = route.slice(0, route.indexOf(' '));
      const request = sendTo({ port, host: '127.0.0.1', method, path, headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      });
      request.on('error', reject);
      request.end(method === 'GET' ? undefined : body);
    });

  it('with bodies near to what is taken, and far from it', async () => {
    const seen = new Map<number, number>();
    const weightOf = ({ method }: Route): number => (method === 'GET' || method === 'DELETE' ? 1 : 4);
    const requests = fc.oneof(...routes.map((route) => ({ weight: weightOf(route), arbitrary: requestTo(route) })));
    await fc.assert(
      fc.asyncProperty(requests, async (sent) => {
        const { status, text: answered } = await send(sent);
        seen.set(status, (seen.get(status) ?? 0) + 1);
        if (status >= 500) throw new Error(`${status} ${answered}`);
      }),
      { numRuns: 2_000 },
    );
    // Otherwise nothing but the outermost layer was tried.
    expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 404]));
  });

  it('on every route at least once', async () => {
    for (const route of routes) {
      const [sent] = fc.sample(requestTo(route), 1) as [Sent];
      const { status, text: answered } = await send(sent);
      expect({ sent, status, answered: status >= 500 ? answered : '' }).toEqual({ sent, status, answered: '' });
    }
  });
});
