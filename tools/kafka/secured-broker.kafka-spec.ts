import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { readConfig, ServiceConfig } from '#platform/config';
import { kafkaSettingsOf } from '#platform/messaging/kafka';
import { newKafka } from '../../libs/platform/src/messaging/kafka/kafka-client.js';
import { freePort } from './broker-properties.js';
import { LocalKafka } from './local-kafka.js';
import { temporaryPrefix } from './sweep-brokers.js';

let folder: string;
let certificate: string;
let kafka: LocalKafka;
let port: number;

const modules = 'org.apache.kafka.common.security';
const login = (mechanism: string, module: string): Record<string, string> => ({
  [`listener.name.secure.${mechanism}.sasl.jaas.config`]: `${modules}.${module}`,
});

/** A listener for those alone who come over TLS and say who they are. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), temporaryPrefix));
  port = await freePort();
  const [key, keystore] = [path.join(folder, 'key.pem'), path.join(folder, 'keystore.pem')];
  certificate = path.join(folder, 'certificate.pem');
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate];
  await promisify(execFile)('openssl', [...request, ...subject]);
  await writeFile(keystore, `${await readFile(key, 'utf8')}${await readFile(certificate, 'utf8')}`);
  kafka = await LocalKafka.start({
    folder: path.join(folder, 'kafka'),
    formatting: ['--add-scram', 'SCRAM-SHA-512=[name=clerk,password=secret]'],
    properties: ({ broker, controller }) => ({
      listeners: `PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller},SECURE://127.0.0.1:${port}`,
      'advertised.listeners': `PLAINTEXT://127.0.0.1:${broker},SECURE://127.0.0.1:${port}`,
      'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURE:SASL_SSL',
      'listener.name.secure.ssl.keystore.type': 'PEM',
      'listener.name.secure.ssl.keystore.location': keystore,
      'listener.name.secure.sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-512,OAUTHBEARER',
      ...login('plain', 'plain.PlainLoginModule required user_clerk="secret";'),
      ...login('scram-sha-512', 'scram.ScramLoginModule required;'),
      ...login('oauthbearer', 'oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="broker";'),
    }),
  });
});
afterAll(async () => {
  await kafka?.stop();
  await rm(folder, { recursive: true });
});

/** The topics that somebody sees who is told so much by the environment. */
const topicsSeenBy = async (environment: Readonly<Record<string, string>>): Promise<string[]> => {
  const told = { KAFKA_BROKERS: `127.0.0.1:${port}`, AJUDANT_KAFKA_TLS: 'on', AJUDANT_KAFKA_TLS_CA_FILE: certificate };
  const settings = kafkaSettingsOf('spec', readConfig(ServiceConfig, { ...told, ...environment }));
  const admin = newKafka(settings, 10_000).admin();
  try {
    await admin.connect();
    return await admin.listTopics();
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};

const clerk = { AJUDANT_KAFKA_USERNAME: 'clerk', AJUDANT_KAFKA_PASSWORD: 'secret' };

describe('a broker that lets in only whom it knows, over TLS', () => {
  it.each(['plain', 'scram-sha-512'])(
    'lets in who logs in by %s, and nobody with another password',
    async (mechanism) => {
      const known = { ...clerk, AJUDANT_KAFKA_SASL: mechanism };
      expect(await topicsSeenBy(known)).toContain('probe');
      await expect(topicsSeenBy({ ...known, AJUDANT_KAFKA_PASSWORD: 'guessed' })).rejects.toThrow(/SASL/);
    },
  );

  it('lets in who shows a token', async () => {
    const claims = { sub: 'clerk', iat: Date.now() / 1_000 - 60, exp: Date.now() / 1_000 + 3_600 };
    const [head, body] = [{ alg: 'none' }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const issuer = createServer((_, reply) => {
      reply
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ access_token: `${head}.${body}.`, expires_in: 300 }));
    }).listen(0, '127.0.0.1');
    await once(issuer, 'listening');
    const url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/token`;
    const topics = await topicsSeenBy({ ...clerk, AJUDANT_KAFKA_SASL: 'oauthbearer', AJUDANT_KAFKA_TOKEN_URL: url });
    issuer.closeAllConnections();
    issuer.close();
    expect(topics).toContain('probe');
  });

  it('is not trusted with a certificate that nobody knows', async () => {
    await expect(
      topicsSeenBy({ ...clerk, AJUDANT_KAFKA_SASL: 'plain', AJUDANT_KAFKA_TLS_CA_FILE: '' }),
    ).rejects.toThrow(/certificate/);
  });
});
