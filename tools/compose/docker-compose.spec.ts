import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readConfig, ServiceConfig, variablesOf } from '#platform/config';
import { ApiConfig } from '../../apps/api/src/api-config.js';
import { MatcherConfig } from '../../apps/matcher/src/matcher-config.js';
import { type ComposeService, readComposeFile } from './compose-file.js';
import { composeSchema } from './compose.schema.js';
import { someEnvironment } from './some-environment.js';

const root = new URL('../../../', import.meta.url);
const file = new URL('docker-compose.yml', root);
const compose = readComposeFile(file, someEnvironment);
const service = (name: string): ComposeService => compose.services[name]!;
const configs = { api: ApiConfig, matcher: MatcherConfig };
const own = ['api', 'matcher'] as const;

describe('docker-compose.yml', () => {
  it('follows the Compose specification', () => {
    const validate = new Ajv2020({ strict: false, allErrors: true }).compile(composeSchema);
    validate(compose);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('runs images that nobody can exchange for others: by their digests', () => {
    const images = Object.values(compose.services).flatMap(({ image }) => image ?? []);
    expect(images.length).toBeGreaterThan(0);
    for (const image of images) expect(image).toMatch(/@sha256:[0-9a-f]{64}$/);
  });

  it('sends its mails to a service that is there', () => {
    const { environment = {} } = service('api');
    expect(Object.keys(compose.services)).toContain(new URL(environment['AJUDANT_SMTP_URL']!).hostname);
  });

  it('waits only for services that it starts and that tell their health', () => {
    const awaited = Object.values(compose.services).flatMap(({ depends_on: needs = {} }) => Object.keys(needs));
    expect(awaited.length).toBeGreaterThan(0);
    for (const name of awaited) expect(service(name)).toHaveProperty('healthcheck');
  });

  it('keeps data in volumes that it declares', () => {
    const mounted = Object.values(compose.services)
      .flatMap(({ volumes = [] }) => volumes)
      .map((volume) => volume.split(':')[0]);
    expect(mounted.toSorted()).toEqual(Object.keys(compose.volumes ?? {}).toSorted());
  });

  it('has the broker write into its volume, so that messages outlive the container', () => {
    const { environment = {}, volumes = [] } = service('kafka');
    expect(volumes.map((volume) => volume.split(':')[1])).toEqual([environment['KAFKA_LOG_DIRS']]);
  });

  it.each(Object.keys(someEnvironment))('starts nothing without %s, for which nobody knows a default', (name) => {
    expect(() => readComposeFile(file, { ...someEnvironment, [name]: '' })).toThrow(`${name}: `);
  });

  it('has an administrator once it is up', () => {
    const { AJUDANT_ADMIN_EMAIL, AJUDANT_ADMIN_PASSWORD } = someEnvironment;
    expect(service('api').environment).toMatchObject({ AJUDANT_ADMIN_EMAIL, AJUDANT_ADMIN_PASSWORD });
  });

  it('is reached from this machine alone, and each service comes back when it ends', () => {
    for (const { ports = [], restart } of Object.values(compose.services)) {
      expect(restart).toBe('unless-stopped');
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it('keeps what the matcher knows of assistants in a volume', () => {
    const { environment = {}, volumes = [] } = service('matcher');
    expect(volumes.map((volume) => volume.split(':')[1])).toEqual([environment['AJUDANT_SNAPSHOT_DIR']]);
  });

  it('keeps the files that people bring in a volume', () => {
    const { environment = {}, volumes = [] } = service('api');
    expect(volumes.map((volume) => volume.split(':')[1])).toEqual([environment['AJUDANT_DATA_DIR']]);
  });

  it('gives no two services one port of the host', () => {
    const ports = Object.values(compose.services)
      .flatMap(({ ports: given = [] }) => given)
      .map((port) => port.split(':').at(-2));
    expect(new Set(ports).size).toBe(ports.length);
  });

  it.each(own)('tells the %s nothing but variables that it reads', (name) => {
    const told = Object.keys(service(name).environment ?? {});
    const read = new Set([...variablesOf(configs[name]).values()].map((variable) => variable.name));
    expect(told.filter((variable) => !read.has(variable))).toEqual([]);
  });

  it.each(own)('gives the %s a configuration that it can start with', (name) => {
    const required = { required: ['databaseUrl', 'kafkaBrokers', 'tokenSecret'] as const };
    const config = readConfig(ServiceConfig, service(name).environment ?? {}, required);
    expect(config.httpHost).toBe('0.0.0.0');
    const { hostname, username, password, pathname } = new URL(config.databaseUrl);
    const { environment = {} } = service(hostname);
    expect([username, password, pathname]).toEqual([
      environment['POSTGRES_USER'],
      environment['POSTGRES_PASSWORD'],
      `/${environment['POSTGRES_DB']}`,
    ]);
    const broker = service(config.kafkaBrokers[0]!.split(':')[0]!);
    expect(broker.environment?.['KAFKA_ADVERTISED_LISTENERS']).toContain(`PLAINTEXT://${config.kafkaBrokers[0]}`);
  });

  it('gives both services one secret, so that a token of one holds at the other', () => {
    const secrets = own.map((name) => service(name).environment?.['AJUDANT_TOKEN_SECRET']);
    expect(new Set(secrets).size).toBe(1);
  });

  it('opens to the host the port that the api listens on', () => {
    expect(service('api').ports?.map((port) => port.split(':').at(-1))).toEqual([
      service('api').environment?.['AJUDANT_HTTP_PORT'],
    ]);
  });

  it.each(own)('starts the program of the %s', (name) => {
    const [node, ...args] = service(name).command ?? [];
    expect(node).toBe('node');
    const program = args.find((arg) => !arg.startsWith('--'));
    const source = program!.replace(/^dist\//, '').replace(/\.js$/, '.ts');
    expect(existsSync(new URL(source, root))).toBe(true);
  });

  it.each([
    [200, 0],
    [503, 1],
  ])('takes a service for healthy only when it says so: %s', async (status, exitCode) => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, answer) => {
      asked.push(request.url);
      answer.writeHead(status).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const [, node, ...args] = service('matcher').healthcheck!.test;
    expect(node).toBe('node');
    const env = { ...process.env, NODE_OPTIONS: '', AJUDANT_HTTP_PORT: String(port) };
    const [code] = await once(spawn(process.execPath, args, { env }), 'close');
    server.closeAllConnections();
    server.close();
    expect([code, asked]).toEqual([exitCode, ['/health/ready']]);
  });
});

describe('the Dockerfile', () => {
  const lines = readFileSync(new URL('Dockerfile', root), 'utf8').split('\n');

  it('builds on one image, by its digest', () => {
    const [base, ...stages] = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);
    expect(base).toMatch(/^node:[\w.-]+@sha256:[0-9a-f]{64}$/);
    expect(new Set(stages)).toEqual(new Set(['node']));
  });

  it('copies what exists', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.length).toBeGreaterThan(0);
    for (const path of copied) expect([path, existsSync(new URL(path, root))]).toEqual([path, true]);
  });
});
