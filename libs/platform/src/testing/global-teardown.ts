import { disposeTestCluster } from './test-cluster.js';

export default disposeTestCluster;
