import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { Kafka, logLevel } from 'kafkajs';

interface Reference {
  readonly $ref: string;
}
interface Described {
  readonly channels: Readonly<
    Record<string, { readonly address: string; readonly messages: Readonly<Record<string, Reference>> }>
  >;
  readonly components: {
    readonly messages: Readonly<Record<string, { readonly name: string; readonly traits: readonly Reference[] }>>;
  };
}

/** A message as somebody got it who knows nothing of us. */
export interface Heard {
  readonly type: string;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: unknown;
  /** What is not as the document says; empty for what is. */
  readonly faults: readonly string[];
}

const nameOf = ({ $ref }: Reference): string => $ref.split('/').at(-1)!;

/** Somebody who has our AsyncAPI document, a client of Kafka and a validator, and nothing else of us. */
export class Stranger {
  readonly heard: Heard[] = [];
  private readonly described: Described;
  private readonly checks = new Map<string, { headers: ValidateFunction; payload: ValidateFunction }>();
  private readonly consumer;

  constructor(document: URL, brokers: string) {
    this.described = JSON.parse(readFileSync(document, 'utf8')) as Described;
    const kafka = new Kafka({ clientId: 'stranger', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
    this.consumer = kafka.consumer({ groupId: `stranger-${process.pid}` });
  }

  /** Listens to a channel of the document, from its beginning. */
  async listen(channel: string): Promise<void> {
    const { address, messages } = this.described.channels[channel]!;
    const validator = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
    (addFormats as unknown as (ajv: Ajv2020) => void)(validator);
    // References in it lead to other places of the document.
    validator.addSchema(this.described, 'document');
    const at = (place: string): ValidateFunction => validator.compile({ $ref: `document#/components/${place}` });
    for (const reference of Object.values(messages)) {
      const { name, traits } = this.described.components.messages[nameOf(reference)]!;
      const headers = at(`messageTraits/${nameOf(traits[0]!)}/headers`);
      this.checks.set(name, { headers, payload: at(`messages/${name}/payload`) });
    }
    await this.consumer.connect();
    await this.consumer.subscribe({ topic: address, fromBeginning: true });
    await this.consumer.run({
      eachMessage: async ({ message }) => {
        const headers = Object.fromEntries(
          Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]),
        );
        const payload: unknown = JSON.parse(String(message.value));
        const type = headers['ce_type'] ?? '';
        this.heard.push({
          type,
          key: message.key?.toString() ?? null,
          headers,
          payload,
          faults: this.faultsOf(type, headers, payload),
        });
      },
    });
  }

  leave(): Promise<void> {
    return this.consumer.disconnect();
  }

  private faultsOf(type: string, headers: object, payload: unknown): string[] {
    const checks = this.checks.get(type);
    if (checks === undefined) return [`the document knows no message ${type}`];
    return [checks.headers, checks.payload].flatMap((check, index) => {
      const data = index === 0 ? headers : payload;
      if (check(data)) return [];
      return (check.errors ?? []).map(({ instancePath, message }) => `${type} ${instancePath} ${message}`);
    });
  }
}
