import { errorCatalogue } from '#contracts/errors';
import { Agent, type Server } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Module, Post } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import request from 'supertest';
import { MessageContext } from '../database/message-context.js';
import { Access } from '../security/access.js';
import { Metrics } from './metrics.js';
import { openApiDocument } from './open-api.js';
import { openOperationsPort } from './operations-port.js';
import { LimitedAsSigningIn } from './rate-limit.js';
import { type ReadinessCheck, ReadinessRegistry } from './readiness-registry.js';
import { shutDown } from './serve.js';
import { type SpecimenApp, specimenApp } from './specimen/specimen-app.js';
import { SpecimenModule } from './specimen/specimen.module.js';

let finishSlow: () => void = () => {};
const slow = new Promise<void>((resolve) => {
  finishSlow = resolve;
});

@Access({ public: true })
@Controller('v1')
class ContextController {
  @Get('context')
  context(): object {
    return MessageContext.current() ?? {};
  }

  @Post('auth/tokens')
  tokens(): object {
    return {};
  }

  @Post('accounts')
  @LimitedAsSigningIn()
  account(): object {
    return {};
  }

  @Post('slow-accounts')
  @LimitedAsSigningIn()
  async slowAccount(): Promise<object> {
    await slow;
    return {};
  }
}

@Module({ controllers: [ContextController] })
class ContextModule {}

describe('What the machines around the service ask', () => {
  let specimen: SpecimenApp;
  const ask = (target: string) => request(specimen.server).get(target);

  beforeAll(async () => {
    specimen = await specimenApp(SpecimenModule, { metricsToken: 'for-the-machines-alone' });
  });
  afterAll(async () => specimen.app.close());

  it('is it alive', async () => {
    await ask('/health/live').expect(200, { status: 'live' });
  });

  it('is it ready: only if each part says so in time', async () => {
    const readiness = specimen.app.get(ReadinessRegistry);
    let answer: ReadinessCheck = async () => null;
    readiness.register('queue', () => answer());
    await ask('/health/ready').expect(200, { status: 'ready', checks: { queue: 'ok' } });
    answer = async () => 'three behind';
    await ask('/health/ready').expect(503, { status: 'not-ready', checks: { queue: 'three behind' } });
    answer = async () => ({ degraded: 'on one leg' });
    await ask('/health/ready').expect(200, { status: 'degraded', checks: { queue: 'on one leg' } });
    answer = async () => {
      throw new Error('password=hunter2');
    };
    await ask('/health/ready').expect(503, { status: 'not-ready', checks: { queue: 'failed' } });
    answer = () => new Promise(() => {});
    await ask('/health/ready').expect(503, { status: 'not-ready', checks: { queue: 'no answer' } });
    answer = async () => null;
    expect(() => readiness.register('queue', answer)).toThrow('queue');
  });

  it('how is it doing: figures of the process, of requests by route, and of other parts', async () => {
    const metrics = specimen.app.get(Metrics);
    metrics.gauge('specimen_depth', 'How deep.', ['queue'], async () => [{ value: 7, labels: { queue: 'a' } }]);
    metrics.gauge('specimen_broken', 'Fails.', [], async () => {
      throw new Error('no');
    });
    await ask('/v1/specimens/0197a000-0000-7000-8000-00000000000a').expect(200);
    await ask('/v1/secret-path-of-nobody').expect(404);
    const response = await ask('/metrics')
      .set('authorization', 'Bearer for-the-machines-alone')
      .expect(200)
      .expect('content-type', /^text\/plain; version=/);
    expect(response.text).toContain('specimen_depth{queue="a"} 7');
    expect(response.text).toContain(
      'ajudant_http_request_seconds_count{method="GET",route="/v1/specimens/:id",status="200"} 1',
    );
    expect(response.text).toContain('process_cpu_seconds_total');
    expect(response.text).not.toContain('secret-path');
  });

  it('tells its figures to nobody without the token, and has no such page where there is none', async () => {
    expect((await ask('/metrics').expect(401)).body.code).toBe('auth.required');
    const guessed = await ask('/metrics').set('authorization', 'Bearer for-machines').expect(401);
    expect(guessed.body.code).toBe('auth.invalid-token');
    const closed = await specimenApp(SpecimenModule);
    expect((await request(closed.server).get('/metrics').expect(404)).body.code).toBe('route.not-found');
    await closed.app.close();
  });
});

describe('A port for the machines around the service', () => {
  let specimen: SpecimenApp;
  const open: Server[] = [];
  const port = async (metricsToken: string | null): Promise<string> => {
    const server = await openOperationsPort(specimen.app, { httpHost: '127.0.0.1', operationsPort: 0, metricsToken });
    open.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  beforeAll(async () => {
    specimen = await specimenApp(SpecimenModule);
  });
  afterAll(async () => {
    for (const server of open) server.closeAllConnections();
    await specimen.app.close();
  });

  it('answers what they ask, and nothing of the API', async () => {
    const at = request(await port(null));
    await at.get('/health/live').expect(200, { status: 'live' }).expect('cache-control', 'no-store');
    await at.get('/health/ready?from=probe').expect(200, { status: 'ready', checks: {} });
    const figures = await at
      .get('/metrics')
      .expect(200)
      .expect('content-type', /^text\/plain; version=/);
    expect(figures.text).toContain('process_cpu_seconds_total');
    await at.head('/health/live').expect(200);
    await at.post('/health/live').send({ any: 'thing' }).expect(405);
    for (const target of ['/', '/v1/specimens', '/openapi.json', '//', '/metrics/', '/__proto__']) {
      await at.get(target).expect(404, { status: 'not-found' });
    }
    // That of the API has no figures then.
    await request(specimen.server).get('/metrics').expect(404);
  });

  it('asks for the token where there is one', async () => {
    const at = request(await port('for-the-machines-alone'));
    await at.get('/metrics').expect(401);
    await at.get('/metrics').set('authorization', 'Bearer for-machines').expect(401);
    await at.get('/metrics').set('authorization', 'Bearer for-the-machines-alone').expect(200);
    await at.get('/health/live').expect(200);
  });

  it('says not ready, and then past cure, with 503', async () => {
    const at = request(await port(null));
    const readiness = specimen.app.get(ReadinessRegistry);
    let problem: string | null = null;
    readiness.register('queue', async () => problem);
    readiness.registerLiveness('queue', () => problem);
    problem = 'stuck';
    await at.get('/health/ready').expect(503, { status: 'not-ready', checks: { queue: 'stuck' } });
    await at.get('/health/live').expect(503, { status: 'past-cure', checks: { queue: 'stuck' } });
  });

  it('that is taken is named with its variable', async () => {
    await port(null);
    const { port: taken } = open.at(-1)!.address() as AddressInfo;
    const again = openOperationsPort(specimen.app, {
      httpHost: '127.0.0.1',
      operationsPort: taken,
      metricsToken: null,
    });
    await expect(again).rejects.toThrow(
      `127.0.0.1:${taken} is taken: end what listens there, or set AJUDANT_OPERATIONS_PORT to another port`,
    );
  });
});

describe('The documentation', () => {
  let specimen: SpecimenApp;
  let document: OpenAPIObject;
  const ask = (target: string) => request(specimen.server).get(target);

  beforeAll(async () => {
    specimen = await specimenApp(SpecimenModule);
    document = (await ask('/openapi.json').expect(200)).body as OpenAPIObject;
  });
  afterAll(async () => specimen.app.close());

  it('explains each error code at the place that the type of its problem leads to', async () => {
    const { body } = await ask('/v1/nowhere').expect(404);
    const [page, code] = (body.type as string).split('#') as [string, string];
    const explained = await ask(page).expect(200).expect('content-type', 'text/html; charset=utf-8');
    for (const known of [code, ...Object.keys(errorCatalogue)]) expect(explained.text).toContain(`id="${known}"`);
    await ask('/docs/errors.css').expect(200);
  });

  it('is a page that brings all it needs, with a policy that lets in nothing else', async () => {
    const page = await ask('/docs').expect(200).expect('content-type', 'text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.text).not.toMatch(/(?:src|href)="https?:/);
    for (const [, asset = ''] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const response = await ask(asset).expect(200);
      expect(response.headers['content-length']).not.toBe('0');
    }
    const start = await ask('/docs/start.js').expect(200);
    // The token is kept over a reload, and each request gets a key of its own.
    expect(start.text).toContain('persistAuthorization: true');
    expect(start.text).toContain('crypto.randomUUID()');
    await ask('/docs/package.json').expect(404);
    await ask('/docs/..%2fpackage.json').expect(404);
  });

  it('says who may call a route', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/v1/guarded']?.get).toMatchObject({
      security: [{ accessToken: [] }, { apiKey: [] }],
      description: 'Roles: shop.owner. API key: scope shops:read.',
    });
    expect(document.paths['/v1/guarded/people']?.get?.security).toEqual([{ accessToken: [] }]);
    expect(document.paths['/v1/specimens']?.get?.security).toEqual([]);
  });

  it('says what a route takes beside its body, and how it may fail', () => {
    const patch = document.paths['/v1/specimens/{id}']?.patch;
    expect(patch?.parameters).toEqual(
      expect.arrayContaining([
        { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
        expect.objectContaining({ name: 'If-Match', in: 'header', required: true }),
      ]),
    );
    expect(Object.keys(patch?.responses ?? {})).toEqual(
      expect.arrayContaining(['400', '404', '409', '412', '428', '429']),
    );
    expect(document.paths['/v1/specimens/roster']?.post?.requestBody).toMatchObject({ content: { 'text/csv': {} } });
    const page = document.paths['/v1/specimens']?.get?.parameters?.map(
      (parameter) => 'name' in parameter && parameter.name,
    );
    expect(page).toEqual(expect.arrayContaining(['limit', 'after', 'text', 'level']));
  });

  it('refers to nothing that it does not hold', () => {
    const held = document as unknown as Record<string, Record<string, Record<string, unknown>>>;
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g);
    for (const [, kind = '', name = ''] of references) expect(held['components']?.[kind]).toHaveProperty(name);
  });

  it('is written the same way every time', async () => {
    const [one, two] = [1, 2].map(() => JSON.stringify(openApiDocument(specimen.app)));
    expect(one).toBe(two);
    expect(JSON.parse(one ?? '')).toEqual(document);
  });
});

describe('A request', () => {
  let specimen: SpecimenApp;
  beforeAll(async () => {
    specimen = await specimenApp(ContextModule, {
      rateLimit: { perMinute: 20, authPerMinute: 3, ownCalls: 'said by the service itself' },
      trustProxy: 1,
    });
  });
  afterAll(async () => specimen.app.close());

  it('hands its ids on to the events that it leads to', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const told = await request(specimen.server)
      .get('/v1/context')
      .set({ 'x-request-id': 'r-1', 'x-correlation-id': 'c-1', traceparent })
      .expect(200);
    expect(told.body).toEqual({ correlationId: 'c-1', causationId: 'r-1', traceparent });
    const made = await request(specimen.server)
      .get('/v1/context')
      .set({ traceparent: traceparent.replace('00-', 'ff-'), 'x-correlation-id': 'a b' });
    const id = made.headers['x-request-id'];
    expect(made.body).toEqual({ correlationId: id, causationId: id, traceparent: null });
  });

  it('is limited per address, with a limit of its own for signing in, and told when to come back', async () => {
    const from = (address: string) => request(specimen.server).post('/v1/auth/tokens').set('x-forwarded-for', address);
    for (let attempt = 0; attempt < 3; attempt++) await from('203.0.113.1').expect(201);
    const refused = await from('203.0.113.1').expect(429);
    expect(refused.body).toMatchObject({ code: 'request.too-many' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
    await from('203.0.113.2').expect(201);
    await request(specimen.server).get('/v1/context').set('x-forwarded-for', '203.0.113.1').expect(200);
    for (let attempt = 0; attempt < 3; attempt++) await from(`2001:db8::${attempt}`).expect(201);
    await from('2001:db8::ffff').expect(429);
    await from('2001:db8:0:1::1').expect(201);
    for (let attempt = 0; attempt < 30; attempt++) await request(specimen.server).get('/health/ready').expect(200);
  });

  it('is from the address that the nearest proxy saw, whatever a client writes before it', async () => {
    const asked = (written: string) =>
      request(specimen.server).post('/v1/auth/tokens').set('x-forwarded-for', `${written}, 203.0.113.7`);
    for (let attempt = 0; attempt < 3; attempt++) await asked(`10.0.0.${attempt}`).expect(201);
    await asked('10.0.0.99').expect(429);
  });

  it('counts as signing in where it costs as much', async () => {
    const from = (path: string) => request(specimen.server).post(path).set('x-forwarded-for', '203.0.113.9');
    for (const path of ['/v1/accounts', '/v1/auth/tokens', '/v1/accounts']) await from(path).expect(201);
    await from('/v1/accounts').expect(429);
    await from('/v1/auth/tokens').expect(429);
  });

  it('for what is costly is turned away at once where 64 of the kind are being answered, and no other is', async () => {
    const from = (path: string, sender: number) =>
      request(specimen.server).post(path).set('x-forwarded-for', `198.51.100.${sender}`);
    const slowOnes = Array.from({ length: 70 }, async (_, sender) => from('/v1/slow-accounts', sender));
    const turnedAway = await Promise.any(slowOnes);
    expect(turnedAway.body).toMatchObject({ code: 'request.too-many' });
    expect(turnedAway.headers['retry-after']).toBe('2');
    await from('/v1/accounts', 99).expect(201);
    finishSlow();
    const statuses = (await Promise.all(slowOnes)).map(({ status }) => status);
    expect([201, 429].map((status) => statuses.filter((one) => one === status).length)).toEqual([64, 6]);
    await from('/v1/slow-accounts', 99).expect(201);
  });

  it('for what is costly keeps nobody out as long as its body is held back', async () => {
    if (!specimen.server.listening) await once(specimen.server.listen(0, '127.0.0.1'), 'listening');
    const { port } = specimen.server.address() as AddressInfo;
    const head =
      'POST /v1/slow-accounts HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 2\r\n';
    const held = await Promise.all(
      Array.from({ length: 70 }, async (_, sender) => {
        const socket = connect(port, '127.0.0.1');
        await once(socket, 'connect');
        socket.write(`${head}x-forwarded-for: 198.51.101.${sender}\r\n\r\n{`);
        return socket;
      }),
    );
    await Promise.all(held.map((socket) => new Promise((resolve) => socket.write('', resolve))));
    await request(`http://127.0.0.1:${port}`)
      .post('/v1/slow-accounts')
      .set('x-forwarded-for', '198.51.100.98')
      .expect(201);
    for (const socket of held) socket.destroy();
  });

  it('of the service itself is not counted', async () => {
    const own = (said: string) =>
      request(specimen.server)
        .post('/v1/auth/tokens')
        .set({ 'x-forwarded-for': '203.0.113.8', 'x-ajudant-own-call': said });
    for (let attempt = 0; attempt < 9; attempt++) await own('said by the service itself').expect(201);
    for (let attempt = 0; attempt < 3; attempt++) await own('guessed').expect(201);
    await own('guessed').expect(429);
  });
});

describe('An application that shuts down', () => {
  it('says that it is not ready while it drains', async () => {
    const specimen = await specimenApp(SpecimenModule);
    const agent = new Agent({ keepAlive: true });
    const ended = new Promise<void>((resolve) =>
      specimen.app.get(ReadinessRegistry).shutdown.addEventListener('abort', () => resolve()),
    );
    specimen.app.get(ReadinessRegistry).beginShutdown();
    await ended;
    const response = await request(specimen.server).get('/health/ready').agent(agent);
    expect(response.body).toEqual({ status: 'not-ready', checks: { process: 'shutting down' } });
    agent.destroy();
    expect(await shutDown(specimen.app, 3)).toBe(true);
    await sleep(10);
    expect(specimen.server.listening).toBe(false);
  });
});
