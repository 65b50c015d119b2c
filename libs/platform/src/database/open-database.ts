import { StartFailure } from '../processes/index.js';
import { connectionFailure } from './connection-failure.js';
import { createDataSource, type DataSourceSettings } from './data-source.js';
import { Database } from './database.js';
import { isPowerful, ownLoginUrl } from './own-login.js';
import { roleOf } from './roles.js';

/**
 * An app's database, connected. Where the URL's login could do more than the app has to, the app logs in as its own role,
 * which is nobody else and can't become anybody: whatever a statement is made to say, it reaches no further. Fails where
 * the connection doesn't act as the app's role, as behind a pooler that drops the options of a connection: row-level
 * security would not hold.
 */
export const openDatabase = async (settings: Omit<DataSourceSettings, 'as' | 'migrations'>): Promise<Database> => {
  const { url, schema } = settings;
  const failed = (error: unknown): never => {
    throw connectionFailure(url, error);
  };
  const isTooMuch = await isPowerful(url, schema).catch(failed);
  const dataSource = createDataSource({ ...settings, url: isTooMuch ? ownLoginUrl(url, schema) : url, as: 'app' });
  await dataSource.initialize().catch(failed);
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
