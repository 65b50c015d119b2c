import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';

export interface BrokerPorts {
  readonly broker: number;
  readonly controller: number;
}

/** One node that is broker and controller in one; nothing on it is replicated. */
export const brokerProperties = (
  dataDir: string,
  { broker, controller }: BrokerPorts,
  more: Readonly<Record<string, string>> = {},
): string =>
  Object.entries({
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controller}`,
    listeners: `PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${broker}`,
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': dataDir,
    'auto.create.topics.enable': 'false',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '4',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
    'log.cleaner.dedupe.buffer.size': String(16 * 1024 * 1024),
    ...more,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

/**
 * Kafka writes the id of a cluster as 16 bytes in base64url. The first bit is 0, so that the id never begins with `-`: as
 * an argument it would be taken for an option.
 */
export const newClusterId = (): string => {
  const bytes = randomBytes(16);
  bytes[0]! &= 0x7f;
  return bytes.toString('base64url');
};

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
