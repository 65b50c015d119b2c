import net from 'node:net';
import tls from 'node:tls';
import { type ISocketFactory, Kafka, logLevel } from 'kafkajs';
import { registerCodecs } from './compression.js';
import type { KafkaSettings } from './kafka-settings.js';

// Small requests in quick succession are what Nagle's algorithm holds back, by up to 40 ms.
const socketFactory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  // Untrue as its type is: without TLS it is undefined.
  const secure = ssl as tls.ConnectionOptions | undefined;
  const socket = secure
    ? tls.connect({ host, port, ...(net.isIP(host) ? {} : { servername: host }), ...secure }, onConnect)
    : net.connect({ host, port }, onConnect);
  return socket.setNoDelay(true).setKeepAlive(true, 30_000);
};

registerCodecs();

/**
 * A client with connections of its own. It logs nothing: who uses it says in its own words what went wrong.
 * @param onTopicGone hears that a broker no longer has a topic that is read. kafkajs looks for it again by itself, and goes on in one
 * that was made anew at the offset of the old one; its log alone tells of that.
 */
export const newKafka = (settings: KafkaSettings, requestTimeout: number, onTopicGone?: () => void): Kafka =>
  new Kafka({
    brokers: [...settings.brokers],
    clientId: settings.clientId,
    ...(settings.tls && { ssl: settings.tls }),
    ...(settings.sasl && { sasl: settings.sasl }),
    connectionTimeout: 2_000,
    requestTimeout,
    // Without it a request on a connection that died silently is waited for without end.
    enforceRequestTimeout: true,
    socketFactory,
    logLevel: onTopicGone === undefined ? logLevel.NOTHING : logLevel.DEBUG,
    logCreator:
      () =>
      ({ log }) => {
        if (log.message.startsWith('Stale cluster metadata') && notHosted.test(String(log['error']))) onTopicGone?.();
      },
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 3 },
  });

/** UNKNOWN_TOPIC_OR_PARTITION, and not that its leader has moved. */
const notHosted = /does not host this topic-partition/;
