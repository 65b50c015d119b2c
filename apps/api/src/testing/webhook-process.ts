import { testApiOn } from './test-api.js';

/** The api in a process of its own on a database that there is, for specs that kill it. It runs until it is ended. */
await testApiOn(process.argv[2]!);
