import { fileURLToPath } from 'node:url';
import { readConfig, ServiceConfig } from '../../config/index.js';
import { kafkaSettingsOf } from './kafka-settings.js';

const settings = (environment: Record<string, string>) =>
  kafkaSettingsOf('spec', readConfig(ServiceConfig, { KAFKA_BROKERS: 'one:9092', ...environment }));
const here = fileURLToPath(import.meta.url);

describe('how the services come to Kafka', () => {
  it('is in clear and without a name unless told', () => {
    expect(settings({})).toEqual({ brokers: ['one:9092'], clientId: 'spec', partitions: 6 });
  });

  it('is encrypted, by certificates of the system or of files', () => {
    expect(settings({ AJUDANT_KAFKA_TLS: 'on' }).tls).toEqual({});
    const { tls } = settings({ AJUDANT_KAFKA_TLS: 'on', AJUDANT_KAFKA_TLS_CA_FILE: here });
    expect(tls?.ca).toContain('how the services come to Kafka');
  });

  it.each(['plain', 'scram-sha-256', 'scram-sha-512'])('is with a name and a password by %s', (mechanism) => {
    const login = { AJUDANT_KAFKA_SASL: mechanism, AJUDANT_KAFKA_USERNAME: 'clerk', AJUDANT_KAFKA_PASSWORD: 'secret' };
    expect(settings(login).sasl).toEqual({ mechanism, username: 'clerk', password: 'secret' });
  });

  it('says how many copies topics have', () => {
    expect(settings({ AJUDANT_KAFKA_REPLICATION_FACTOR: '3' }).replicationFactor).toBe(3);
  });

  it.each([
    [
      { AJUDANT_KAFKA_SASL: 'plain' },
      /^AJUDANT_KAFKA_USERNAME: missing, .*\nAJUDANT_KAFKA_PASSWORD: missing, .*plain$/,
    ],
    [
      { AJUDANT_KAFKA_SASL: 'oauthbearer', AJUDANT_KAFKA_USERNAME: 'a', AJUDANT_KAFKA_PASSWORD: 'b' },
      /^AJUDANT_KAFKA_TOKEN_URL: missing, and needed for AJUDANT_KAFKA_SASL=oauthbearer$/,
    ],
    [{ AJUDANT_KAFKA_TLS_CA_FILE: here }, /^AJUDANT_KAFKA_TLS: off, /],
    [{ AJUDANT_KAFKA_TLS: 'on', AJUDANT_KAFKA_TLS_KEY_FILE: here }, /^AJUDANT_KAFKA_TLS_CERT_FILE: missing, /],
    [
      { AJUDANT_KAFKA_TLS: 'on', AJUDANT_KAFKA_TLS_CA_FILE: '/nowhere' },
      /^AJUDANT_KAFKA_TLS_CA_FILE: \/nowhere can not be read \(ENOENT\)$/,
    ],
  ])('is refused in a line where variables do not fit: %j', (environment, line) => {
    expect(() => settings(environment)).toThrow(line);
  });
});
