/** Apart from the rest of messaging: who has no broker doesn't load its client. */
export { kafkaSettingsOf } from './kafka-settings.js';
export { KafkaTransport } from './kafka-transport.js';
