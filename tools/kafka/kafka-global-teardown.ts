import { disposeTestCluster } from '../../libs/platform/src/testing/test-cluster.js';
import { stopKafka } from './kafka-global-setup.js';

export default async function disposeKafka(): Promise<void> {
  await stopKafka();
  await disposeTestCluster();
}
