import { Client } from 'pg';
import { connectionFailure } from '../connection-failure.js';

/** As long as a connection is waited for later on. */
const patienceMs = 7_000;

/**
 * Before much is loaded for it: whether the database answers and lets us in.
 * @throws StartFailure that says in one line why not
 */
export async function assertReachable(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  // It may break off while it is ended, which is of no interest any more.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw connectionFailure(url, error);
  }
  await client.end();
}
