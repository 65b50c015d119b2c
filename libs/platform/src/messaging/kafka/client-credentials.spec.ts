import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { ClientCredentials } from './client-credentials.js';

let server: Server;
let answer: { status: number; body: string };
let asked: { authorization: string | undefined; body: string }[];

beforeEach(async () => {
  asked = [];
  answer = { status: 200, body: JSON.stringify({ access_token: 'first', expires_in: 300 }) };
  server = createServer(async (request, reply) => {
    asked.push({ authorization: request.headers.authorization, body: await text(request) });
    reply.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const credentials = (nowMs?: () => number): ClientCredentials => {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/token`;
  return new ClientCredentials({ url, clientId: 'ajudant', clientSecret: 'p@ss:word', scope: 'kafka' }, nowMs);
};

describe('a token for Kafka', () => {
  it("is asked for with the client's credentials, once by all who ask at the same time", async () => {
    const tokens = credentials();
    expect(await Promise.all([tokens.token(), tokens.token()])).toEqual(['first', 'first']);
    expect(asked).toEqual([
      {
        authorization: `Basic ${Buffer.from('ajudant:p%40ss%3Aword').toString('base64')}`,
        body: 'grant_type=client_credentials&scope=kafka',
      },
    ]);
  });

  it('is used until shortly before it ends', async () => {
    let now = 1_000_000;
    const tokens = credentials(() => now);
    await tokens.token();
    now += 269_000;
    expect(await tokens.token()).toBe('first');
    now += 2_000;
    answer.body = JSON.stringify({ access_token: 'second', expires_in: 300 });
    expect(await tokens.token()).toBe('second');
  });

  it('that is refused is asked for again the next time, and its refusal tells no secret', async () => {
    answer = { status: 401, body: 'no' };
    const tokens = credentials();
    await expect(tokens.token()).rejects.toThrow(/^no token for Kafka from 127\.0\.0\.1:\d+: it answered 401$/);
    answer = { status: 200, body: JSON.stringify({ access_token: 'third' }) };
    expect(await tokens.token()).toBe('third');
  });
});
