import { prepareTestCluster } from './test-cluster.js';

export default prepareTestCluster;
