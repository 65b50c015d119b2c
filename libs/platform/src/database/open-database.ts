import { StartFailure } from '../processes/index.js';
import { connectionFailure } from './connection-failure.js';
import { createDataSource, type DataSourceSettings } from './data-source.js';
import { Database } from './database.js';
import { roleOf } from './roles.js';

/**
 * An app's database, connected. Fails where the connection doesn't act as the app's role, as behind a pooler that
 * drops the options of a connection: row-level security would not hold.
 */
export const openDatabase = async (settings: Omit<DataSourceSettings, 'as' | 'migrations'>): Promise<Database> => {
  const dataSource = createDataSource({ ...settings, as: 'app' });
  await dataSource.initialize().catch((error: unknown) => {
    throw connectionFailure(settings.url, error);
  });
  const [session] = await dataSource.query(
    `SELECT current_user AS name, rolsuper OR rolbypassrls AS privileged FROM pg_roles WHERE rolname = current_user`,
  );
  if (session?.name !== roleOf(settings.schema) || session.privileged === true) {
    await dataSource.destroy();
    throw new StartFailure(
      `the database connection acts as ${session?.name} and has to act as ${roleOf(settings.schema)}`,
    );
  }
  return new Database(settings.schema, dataSource);
};
