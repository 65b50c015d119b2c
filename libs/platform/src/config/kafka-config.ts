import { ChoiceVariable, IntegerVariable, ListVariable, SecretVariable, TextVariable } from './variable.js';

export const kafkaLogins = ['none', 'plain', 'scram-sha-256', 'scram-sha-512', 'oauthbearer'] as const;

const aFile = { takes: 'the path of a file in PEM' } as const;

/** Where the brokers are, how one logs in there, and what topics are made like. */
export class KafkaConfig {
  @ListVariable('KAFKA_BROKERS', { takes: 'host:port', matches: /^[\w.-]+:\d{1,5}$/ })
  kafkaBrokers: string[] = [];

  @IntegerVariable('AJUDANT_KAFKA_PARTITIONS', { min: 1, max: 200 })
  kafkaPartitions = 6;

  /** 0 leaves it to the brokers. */
  @IntegerVariable('AJUDANT_KAFKA_REPLICATION_FACTOR', { min: 0, max: 10 })
  kafkaReplicationFactor = 0;

  @ChoiceVariable('AJUDANT_KAFKA_TLS', ['off', 'on'])
  kafkaTls: 'off' | 'on' = 'off';

  /** Who signed the brokers' certificates, where that is nobody whom the system trusts. */
  @TextVariable('AJUDANT_KAFKA_TLS_CA_FILE', aFile)
  kafkaTlsCaFile: string | null = null;

  /** Our own certificate, for brokers that ask for one. */
  @TextVariable('AJUDANT_KAFKA_TLS_CERT_FILE', aFile)
  kafkaTlsCertFile: string | null = null;

  @TextVariable('AJUDANT_KAFKA_TLS_KEY_FILE', aFile)
  kafkaTlsKeyFile: string | null = null;

  /** The mechanism of SASL. */
  @ChoiceVariable('AJUDANT_KAFKA_SASL', kafkaLogins)
  kafkaSasl: (typeof kafkaLogins)[number] = 'none';

  /** For `oauthbearer` the client's id. */
  @TextVariable('AJUDANT_KAFKA_USERNAME', { takes: 'a name' })
  kafkaUsername: string | null = null;

  /** For `oauthbearer` the client's secret. */
  @SecretVariable('AJUDANT_KAFKA_PASSWORD', { minLength: 1 })
  kafkaPassword: string | null = null;

  /** Where `oauthbearer` gets its tokens, by the grant of client credentials (RFC 6749, 4.4). */
  @TextVariable('AJUDANT_KAFKA_TOKEN_URL', { takes: 'an http or https URL', matches: /^https?:\/\/\S+$/ })
  kafkaTokenUrl: string | null = null;

  @TextVariable('AJUDANT_KAFKA_TOKEN_SCOPE', { takes: 'scopes, separated by spaces' })
  kafkaTokenScope: string | null = null;
}
