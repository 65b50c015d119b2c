import { anyCharacter } from '#text/testing';
import { request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as fc from 'fast-check';
import { type SpecimenApp, specimenApp } from './specimen/specimen-app.js';
import { SpecimenModule } from './specimen/specimen.module.js';

const id = '0197a000-0000-7000-8000-00000000000a';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

describe('Whatever a client sends, it is never an error on our side', () => {
  let specimen: SpecimenApp;

  beforeAll(async () => {
    specimen = await specimenApp(SpecimenModule, { logLevel: 'silent' });
  });
  afterAll(async () => specimen.app.close());

  const statusOf = async ({ method, path, headers = {}, body }: Sent): Promise<number> =>
    new Promise((resolve, reject) => {
      const { port } = specimen.server.address() as AddressInfo;
      const request = send({ port, host: '127.0.0.1', method, path, headers, agent: false }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      });
      request.on('error', reject);
      request.end(body);
    });

  const isAnswered = async (sent: Sent): Promise<boolean> => {
    const status = await statusOf(sent);
    return status >= 200 && status < 500;
  };

  const json = { 'content-type': 'application/json' };
  // Shapes near to what is taken get further in than arbitrary ones do.
  const anything = fc.anything({ withNullPrototype: false, withBigInt: false });
  const nearlyLine = fc.record({ dutyCode: anything, volume: anything }, { requiredKeys: [] });
  const nearlySpecimen = fc.record(
    {
      name: fc.oneof(fc.string({ unit: anyCharacter }), anything),
      email: anything,
      lines: fc.oneof(anything, fc.array(fc.oneof(nearlyLine, anything))),
      hours: fc.oneof(anything, fc.record({ timeZone: anything })),
      free: anything,
    },
    { requiredKeys: [] },
  );
  const bodyOf = (value: unknown): string => JSON.stringify(value) ?? 'null';

  it('arbitrary JSON as a body', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), anything.map(bodyOf), nearlySpecimen.map(bodyOf)), async (body) =>
        isAnswered({ method: 'POST', path: '/v1/specimens', headers: json, body }),
      ),
      { numRuns: 100 },
    );
  });

  it('arbitrary bytes as a body of any type', async () => {
    const types = fc.oneof(fc.constantFrom('application/json', 'text/csv', 'text/plain'), headerValue());
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), types, fc.constantFrom('', '/roster', '/slow'), async (bytes, type, path) =>
        isAnswered({
          method: 'POST',
          path: `/v1/specimens${path}`,
          headers: { 'content-type': type },
          body: Buffer.from(bytes),
        }),
      ),
      { numRuns: 80 },
    );
  });

  it('arbitrary paths and queries', async () => {
    const targets = fc.oneof(
      fc.webPath(),
      fc.webQueryParameters().map((query) => `/v1/specimens?${query}`),
      fc.string({ unit: anyCharacter }).map((text) => `/v1/specimens/${encodeURIComponent(wellFormed(text))}`),
      fc.string({ unit: anyCharacter }).map((text) => `/v1/specimens?text=${encodeURIComponent(wellFormed(text))}`),
      fc
        .tuple(fc.constantFrom('limit', 'after', 'level', 'text', '__proto__', 'a[b]'), fc.webFragments())
        .map(([name, value]) => `/v1/specimens?${name}=${value}`),
      rawTarget().map((target) => `/v1/specimens/${target}`),
      rawTarget().map((target) => `/v1/specimens/numbered/${target}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('GET', 'HEAD', 'DELETE', 'OPTIONS', 'PUT'), targets, async (method, path) =>
        isAnswered({ method, path }),
      ),
      { numRuns: 100 },
    );
  });

  it('arbitrary values of the headers that are read', async () => {
    const names = [
      'if-match',
      'if-none-match',
      'prefer',
      'authorization',
      'idempotency-key',
      'x-request-id',
      'x-correlation-id',
      'traceparent',
      'accept',
      'content-encoding',
      'x-forwarded-for',
      'cookie',
      'range',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...names), headerValue()),
        fc.constantFrom<Sent>(
          { method: 'GET', path: `/v1/specimens/${id}` },
          { method: 'PATCH', path: `/v1/specimens/${id}`, body: '{}' },
          { method: 'POST', path: '/v1/specimens/slow' },
          { method: 'GET', path: '/v1/guarded' },
        ),
        async (headers, sent) => isAnswered({ ...sent, headers: { ...(sent.body && json), ...headers } }),
      ),
      { numRuns: 100 },
    );
  });
});

/** Whatever Node's client lets into a header. */
const headerValue = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({
      unit: fc
        .integer({ min: 0x20, max: 0xff })
        .filter((code) => code !== 0x7f)
        .map((code) => String.fromCharCode(code)),
    }),
    fc.constantFrom(
      '*',
      '"1"',
      'W/"1"',
      '"1',
      ',',
      '"","2"',
      'wait=3',
      'wait=99999999999',
      'Bearer a.b.c',
      'Bearer ajk_x',
      '"9999999999999999999"',
    ),
  );

/** Whatever Node's client lets into a target. */
const rawTarget = (): fc.Arbitrary<string> =>
  fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)) });

const wellFormed = (text: string): string => text.replaceAll(/\p{Cs}/gu, '');
