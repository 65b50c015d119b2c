import type { Kafka } from 'kafkajs';
import type { KafkaSettings } from './kafka-settings.js';

/** Bytes; above what a request over HTTP can bring, so that an event that was taken can always be sent. */
const maxMessageBytes = 8 * 1024 * 1024;

/** Makes the topics that are missing. Two processes that do so at once don't disturb each other. */
export class KafkaTopics {
  private readonly known = new Set<string>();

  constructor(
    private readonly kafka: Kafka,
    private readonly settings: Pick<KafkaSettings, 'partitions' | 'replicationFactor'>,
  ) {}

  async ensure(topics: Iterable<string>): Promise<void> {
    const unknown = [...new Set(topics)].filter((topic) => !this.known.has(topic));
    if (unknown.length === 0) return;
    const admin = this.kafka.admin();
    try {
      await admin.connect();
      const existing = new Set(await admin.listTopics());
      const missing = unknown.filter((topic) => !existing.has(topic));
      if (missing.length > 0) {
        await admin.createTopics({ topics: missing.map((topic) => this.topic(topic)), waitForLeaders: true });
      }
      for (const topic of unknown) this.known.add(topic);
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }

  /** Looks anew the next time: what was there may have been deleted. */
  forget(): void {
    this.known.clear();
  }

  // -1: as the brokers have it.
  private topic(topic: string) {
    const configEntries = [
      { name: 'max.message.bytes', value: String(maxMessageBytes) },
      // Whoever comes later reads from the beginning.
      { name: 'retention.ms', value: '-1' },
      // As it was sent, whatever the broker does elsewhere: who reads in another language may not know every form.
      { name: 'compression.type', value: 'producer' },
    ];
    const { partitions: numPartitions, replicationFactor = -1 } = this.settings;
    return { topic, numPartitions, replicationFactor, configEntries };
  }
}
