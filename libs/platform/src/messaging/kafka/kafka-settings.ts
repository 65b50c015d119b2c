import { readFileSync } from 'node:fs';
import type tls from 'node:tls';
import type { SASLOptions } from 'kafkajs';
import { ConfigError, type KafkaConfig } from '../../config/index.js';
import { ClientCredentials } from './client-credentials.js';

export interface KafkaSettings {
  /** `host:port` of some brokers; the others are found through them. */
  readonly brokers: readonly string[];
  /** Names the service in the brokers' logs. */
  readonly clientId: string;
  /** Of topics that are made; those that exist stay as they are. */
  readonly partitions: number;
  /** Of topics that are made; as the brokers have it without. */
  readonly replicationFactor?: number;
  /** In clear without. */
  readonly tls?: tls.ConnectionOptions;
  /** Nobody logs in without. */
  readonly sasl?: SASLOptions;
}

/**
 * The settings that a service's configuration asks for.
 * @throws ConfigError where variables that belong together don't fit, or a file can't be read
 */
export function kafkaSettingsOf(clientId: string, config: KafkaConfig): KafkaSettings {
  assertComplete(config);
  const { kafkaReplicationFactor: replicationFactor } = config;
  const sasl = saslOf(config);
  return {
    brokers: config.kafkaBrokers,
    clientId,
    partitions: config.kafkaPartitions,
    ...(replicationFactor > 0 && { replicationFactor }),
    ...(config.kafkaTls === 'on' && { tls: tlsOf(config) }),
    ...(sasl && { sasl }),
  };
}

function assertComplete(config: KafkaConfig): void {
  const lines: string[] = [];
  const need = (value: string | null, name: string, why: string): void => {
    if (value === null) lines.push(`${name}: missing, and needed for ${why}`);
  };
  if (config.kafkaSasl !== 'none') {
    const why = `AJUDANT_KAFKA_SASL=${config.kafkaSasl}`;
    need(config.kafkaUsername, 'AJUDANT_KAFKA_USERNAME', why);
    need(config.kafkaPassword, 'AJUDANT_KAFKA_PASSWORD', why);
    if (config.kafkaSasl === 'oauthbearer') need(config.kafkaTokenUrl, 'AJUDANT_KAFKA_TOKEN_URL', why);
  }
  const { kafkaTlsCaFile, kafkaTlsCertFile, kafkaTlsKeyFile } = config;
  if ((kafkaTlsCaFile ?? kafkaTlsCertFile ?? kafkaTlsKeyFile) !== null && config.kafkaTls === 'off') {
    lines.push('AJUDANT_KAFKA_TLS: off, and files for it are named: set it to on');
  }
  if (kafkaTlsCertFile !== null) need(kafkaTlsKeyFile, 'AJUDANT_KAFKA_TLS_KEY_FILE', 'AJUDANT_KAFKA_TLS_CERT_FILE');
  if (kafkaTlsKeyFile !== null) need(kafkaTlsCertFile, 'AJUDANT_KAFKA_TLS_CERT_FILE', 'AJUDANT_KAFKA_TLS_KEY_FILE');
  if (lines.length > 0) throw new ConfigError(lines);
}

function tlsOf({ kafkaTlsCaFile, kafkaTlsCertFile, kafkaTlsKeyFile }: KafkaConfig): tls.ConnectionOptions {
  return {
    ...(kafkaTlsCaFile !== null && { ca: contentOf('AJUDANT_KAFKA_TLS_CA_FILE', kafkaTlsCaFile) }),
    ...(kafkaTlsCertFile !== null && { cert: contentOf('AJUDANT_KAFKA_TLS_CERT_FILE', kafkaTlsCertFile) }),
    ...(kafkaTlsKeyFile !== null && { key: contentOf('AJUDANT_KAFKA_TLS_KEY_FILE', kafkaTlsKeyFile) }),
  };
}

function contentOf(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError([`${variable}: ${file} can not be read (${(error as NodeJS.ErrnoException).code})`]);
  }
}

function saslOf(config: KafkaConfig): SASLOptions | null {
  const { kafkaSasl: mechanism, kafkaTokenUrl, kafkaTokenScope } = config;
  const [username, password] = [config.kafkaUsername ?? '', config.kafkaPassword ?? ''];
  switch (mechanism) {
    case 'none':
      return null;
    case 'oauthbearer': {
      const tokens = new ClientCredentials({
        url: kafkaTokenUrl ?? '',
        clientId: username,
        clientSecret: password,
        scope: kafkaTokenScope,
      });
      return { mechanism, oauthBearerProvider: async () => ({ value: await tokens.token() }) };
    }
    default:
      return { mechanism, username, password };
  }
}
