import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '#platform/testing';
import request from 'supertest';
import { expectProblem } from './specimen/expect-problem.js';
import { specimenApp } from './specimen/specimen-app.js';
import { SpecimenModule } from './specimen/specimen.module.js';

const specimens = '/v1/specimens';
const id = '0197a000-0000-7000-8000-00000000000a';

const specimen = await specimenApp(SpecimenModule);
afterAll(async () => specimen.app.close());

describe('Every refusal is a problem of the catalogue', () => {
  const client = () => request(specimen.server);
  const post = (body: string, type = 'application/json') =>
    client().post(specimens).set('content-type', type).send(body);

  it('a request that does not come to its end in time is answered on its socket, which then ends', async () => {
    const [socket, ours] = [new PassThrough(), new PassThrough()];
    const tooSlow = Object.assign(new Error('timed out'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    Object.assign(socket, { end: (text: string) => ours.end(text) });
    specimen.server.emit('clientError', tooSlow, socket);
    let answer = '';
    for await (const chunk of ours) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('connection: close');
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ status: 408, code: 'request.timeout' });
  });

  describe('for what is not a route', () => {
    it('an unknown path is 404', async () => {
      expectProblem(await client().get('/v1/nothing/here'), 404, 'route.not-found');
    });
    it('a known path with another method is 405 and names the methods that it takes', async () => {
      const response = await client().put(specimens).send({});
      expectProblem(response, 405, 'route.method-not-allowed');
      expect(response.headers['allow']).toBe('GET, HEAD, POST');
    });
    it('an empty path parameter is 404', async () => {
      expectProblem(await client().get('/v1/specimens/numbered/'), 404, 'route.not-found');
    });
    it('a path that is not percent-encoded UTF-8 is 400', async () => {
      for (const path of ['/v1/specimens/%', '/v1/specimens/%zz', '/v1/specimens/%ff', '/v1/specimens/%ed%a0%80']) {
        expectProblem(await client().get(path), 400, 'request.malformed');
      }
    });
    it('a path parameter of more than 256 characters is 414', async () => {
      expectProblem(await client().get(`/v1/specimens/${'a'.repeat(300)}`), 414, 'request.target-too-long');
    });
  });

  describe('for bodies that can not be read', () => {
    it.each(['{', '{"name":}', '{"name":"x",}', 'nonsense', "{'name':1}", '\ufeff{'])('%s is 400', async (body) => {
      expectProblem(await post(body), 400, 'request.malformed');
    });
    it('an empty body whose type says JSON is 400', async () => {
      expectProblem(await post(''), 400, 'request.malformed');
    });
    it.each([
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/csv',
      'garbage',
      'a/b/c',
    ])('the content type %s is 415 where JSON is taken', async (type) => {
      expectProblem(await post('a=b', type), 415, 'request.unsupported-media-type');
    });
    it('JSON is 415 where CSV is taken', async () => {
      const response = await client().post(`${specimens}/roster`).send({});
      expectProblem(response, 415, 'request.unsupported-media-type');
      const roster = await client()
        .post(`${specimens}/roster`)
        .set('content-type', 'text/csv; charset=utf-8')
        .send('a,b');
      expect(roster.body).toEqual({ length: 3 });
    });
    it('a compressed body is 415', async () => {
      const response = await post('{}').set('content-encoding', 'gzip');
      expectProblem(response, 415, 'request.unsupported-media-type');
    });
    it('a body of more than 1 MiB is 413', async () => {
      const body = JSON.stringify({ name: 'x'.repeat(1_100_000) });
      expectProblem(await post(body), 413, 'request.too-large');
    });
    it('more than 32 levels are 400', async () => {
      const nested = (levels: number): string =>
        `{"name":"x","lines":[],"free":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`;
      expectProblem(await post(nested(32)), 400, 'request.too-deep');
      expectProblem(await post('['.repeat(500_000)), 400, 'request.malformed');
      expectProblem(await post('['.repeat(100_000) + ']'.repeat(100_000)), 400, 'request.too-deep');
      await post(nested(31)).expect(201);
    });
    it('a missing body, a list, a text, a number and null are 400 where an object is taken', async () => {
      for (const body of ['[]', '"x"', '1', 'null', 'true']) {
        expect(expectProblem(await post(body), 400, 'request.invalid').errors?.[0]).toMatchObject({
          pointer: '',
          code: 'isObject',
        });
      }
      expectProblem(await client().post(specimens), 400, 'request.invalid');
    });
    it('a body is refused where none is taken', async () => {
      const problem = expectProblem(
        await client().post(`${specimens}/slow`).send({ 'a/b': 1 }),
        400,
        'request.invalid',
      );
      expect(problem.errors).toEqual([{ pointer: '/a~1b', code: 'unknown', detail: 'This is not taken here.' }]);
      expectProblem(await client().delete(`${specimens}/${id}`).send({ a: 1 }), 400, 'request.invalid');
      await client().delete(`${specimens}/${id}`).expect(204);
    });
  });

  describe('for errors on our side', () => {
    it('an unexpected error tells nothing', async () => {
      const problem = expectProblem(await client().get(`${specimens}/failing/bug`), 500, 'internal.error');
      expect(JSON.stringify(problem)).not.toContain('jane');
      expect(problem.requestId).toBeTruthy();
    });
    it('a code that is not in the catalogue is an error on our side', async () => {
      expectProblem(await client().get(`${specimens}/failing/unknown-code`), 500, 'internal.error');
    });
    it('an exception of the framework keeps its status where the catalogue has it', async () => {
      expectProblem(await client().get(`${specimens}/failing/teapot`), 400, 'request.malformed');
    });
    it('a refusal of the domain tells what it says in pointer and detail, and no other details', async () => {
      const stale = expectProblem(await client().get(`${specimens}/failing/stale`), 412, 'precondition.stale');
      expect(JSON.stringify(stale)).not.toContain('tenant');
      const refused = expectProblem(await client().get(`${specimens}/failing/pointer`), 400, 'request.invalid');
      expect(refused.errors).toEqual([{ pointer: '/lines/0', code: 'request.invalid', detail: 'Not this one.' }]);
    });
    it.each([
      ['23505', 409, 'conflict.duplicate'],
      ['23P01', 409, 'conflict.overlap'],
      ['23503', 409, 'conflict.reference'],
      ['40001', 409, 'conflict.retry'],
      ['40P01', 409, 'conflict.retry'],
      ['55P03', 409, 'conflict.retry'],
      ['22P05', 400, 'request.bad-text'],
      ['22021', 400, 'request.bad-text'],
      ['22003', 400, 'request.invalid'],
      ['22008', 400, 'request.invalid'],
      ['22P02', 400, 'request.invalid'],
      ['57014', 503, 'service.unavailable'],
      ['08006', 503, 'service.unavailable'],
      ['25006', 503, 'service.unavailable'],
      ['25P03', 503, 'service.unavailable'],
      ['53100', 503, 'service.unavailable'],
      ['53200', 503, 'service.unavailable'],
      ['53300', 503, 'service.unavailable'],
      ['57P01', 503, 'service.unavailable'],
      ['57P03', 503, 'service.unavailable'],
      ['58030', 503, 'service.unavailable'],
      ['ECONNREFUSED', 503, 'service.unavailable'],
      ['ENOENT', 500, 'internal.error'],
      ['42P01', 500, 'internal.error'],
    ])('SQLSTATE %s is %d %s', async (state, status, code) => {
      const response = await client().get(`${specimens}/database/${state}`);
      expect(JSON.stringify(expectProblem(response, status, code))).not.toContain('jane');
      if (status === 503) expect(response.headers['retry-after']).toBe('1');
    });
    it.each([
      'Query runner already released. Cannot run queries anymore.',
      'Connection terminated unexpectedly',
      'Client has encountered a connection error and is not queryable',
      'Query read timeout',
      'timeout exceeded when trying to connect',
    ])('what drivers say of a connection that is gone is 503: %s', async (words) => {
      const response = await client().get(`${specimens}/driver/${encodeURIComponent(words)}`);
      expectProblem(response, 503, 'service.unavailable');
      expect(response.headers['retry-after']).toBe('1');
    });
    it('nothing of a value comes into the log', () => {
      expect(specimen.log.join('')).toContain('internal');
      expect(specimen.log.join('')).not.toContain('jane@example.com');
    });
  });

  describe('for a client that is gone', () => {
    const send = async (bytes: string, whenSent: (socket: Socket) => Promise<unknown>): Promise<void> => {
      const socket = connect((specimen.server.address() as AddressInfo).port, '127.0.0.1');
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(bytes);
      await whenSent(socket);
      socket.resetAndDestroy();
      await once(socket, 'close');
    };

    it('there is no answer, and no error of ours in log and metrics', async () => {
      const before = specimen.log.length;
      const begun = () => sleep(50);
      const upload = `POST ${specimens} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n`;
      const many = `GET ${specimens}/now HTTP/1.1\r\nhost: x\r\n\r\n`.repeat(20);
      await send(`${upload}{"name":`, begun);
      await send(`GET ${specimens}/late/300 HTTP/1.1\r\nhost: x\r\n\r\n`, begun);
      await send(`GET ${specimens}/large/5000000 HTTP/1.1\r\nhost: x\r\n\r\n`, (socket) => once(socket, 'data'));
      await send(many, (socket) => once(socket, 'data'));
      await eventually(() => expect(specimen.log.slice(before).join('')).toContain('/v1/specimens/large/:characters'));
      const lines = specimen.log.slice(before).map((line) => JSON.parse(line) as { level: string; status: number });
      expect(lines.filter(({ level, status }) => level === 'error' || status >= 500)).toEqual([]);
      const { text } = await client().get('/metrics');
      expect(text.split('\n').filter((line) => /late|large|now/.test(line) && /status="5/.test(line))).toEqual([]);
    });
  });

  describe('for requests that nobody waits for the answers of', () => {
    it('is given to the first hundred of a connection, which ends then', async () => {
      const answers = await new Promise<string>((resolve, reject) => {
        const socket = connect((specimen.server.address() as AddressInfo).port, '127.0.0.1');
        let received = '';
        socket.on('data', (chunk) => (received += chunk.toString()));
        socket.on('close', () => resolve(received));
        socket.on('error', reject);
        socket.write(`GET ${specimens}/now HTTP/1.1\r\nhost: x\r\n\r\n`.repeat(1_000));
      });
      expect(answers.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(100);
    });

    it('is given to all of them where they come by and by', async () => {
      const socket = connect((specimen.server.address() as AddressInfo).port, '127.0.0.1');
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString()));
      const answered = (count: number) =>
        eventually(() => expect(received.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(count));
      for (let turn = 1; turn <= 3; turn += 1) {
        socket.write(`GET ${specimens}/now HTTP/1.1\r\nhost: x\r\n\r\n`.repeat(60));
        await answered(turn * 60);
      }
      socket.destroy();
    });
  });

  describe('for what is no HTTP request', () => {
    const exchange = async (bytes: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = connect((specimen.server.address() as AddressInfo).port, '127.0.0.1');
        let received = '';
        socket.on('data', (chunk) => (received += chunk.toString()));
        socket.on('close', () => resolve(received));
        socket.on('error', reject);
        socket.end(bytes);
      });
    const head = (...lines: string[]): string => [...lines, '', ''].join('\r\n');

    it('too many headers are 431', async () => {
      const answer = await exchange(head('GET / HTTP/1.1', 'host: x', `x-long: ${'a'.repeat(20_000)}`));
      expect(answer).toMatch(/^HTTP\/1\.1 431 /);
      expect(answer).toContain('content-type: application/problem+json');
      expect(answer).toContain('"code":"request.headers-too-large"');
    });
    it.each([
      ['no HTTP at all', 'hello\r\n\r\n'],
      ['an unknown method', head('FROB / HTTP/1.1', 'host: x')],
      ['a header with NUL', head('GET / HTTP/1.1', 'host: x', 'x-bad: a\0b')],
      ['two lengths', head('POST / HTTP/1.1', 'host: x', 'content-length: 1', 'content-length: 2')],
      ['length and chunks', head('POST / HTTP/1.1', 'host: x', 'content-length: 1', 'transfer-encoding: chunked')],
    ])('%s is 400', async (_, bytes) => {
      const answer = await exchange(bytes);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('"code":"request.malformed"');
    });
    it('a request that names no host is 400 and says so', async () => {
      const answer = await exchange(head('GET / HTTP/1.1', 'connection: close'));
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({
        code: 'request.malformed',
        errors: [{ header: 'host', detail: 'A request names its host.' }],
      });
    });
    it('HTTP/1.0 needs to name none', async () => {
      expect(await exchange(head(`GET ${specimens}/now HTTP/1.0`))).toMatch(/^HTTP\/1\.1 200 /);
    });
    it('what expects anything but to be told to go on is 417', async () => {
      const answer = await exchange(
        head('POST / HTTP/1.1', 'host: x', 'expect: a miracle', 'content-length: 0', 'connection: close'),
      );
      expect(answer).toMatch(/^HTTP\/1\.1 417 /);
      expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({
        code: 'request.expectation-failed',
        errors: [{ header: 'expect' }],
      });
    });
    it('what takes this for a proxy is 400', async () => {
      const answer = await exchange(head('CONNECT example.org:443 HTTP/1.1', 'host: example.org:443'));
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('"code":"request.malformed"');
    });
    it('a target that is no path is refused', async () => {
      for (const target of ['*', '*health/live', 'specimens', 'http://[', '//', '/\\..\\']) {
        expect(await exchange(head(`GET ${target} HTTP/1.1`, 'host: x', 'connection: close'))).toMatch(
          /^HTTP\/1\.1 4\d\d /,
        );
      }
    });
  });
});
