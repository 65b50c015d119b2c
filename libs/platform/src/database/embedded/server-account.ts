import { readFile, stat } from 'node:fs/promises';
import { EmbeddedDatabaseError } from './embedded-database-error.js';

/** The user as whom the server runs. PostgreSQL refuses to be root. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Null unless we are root. Otherwise whoever owns the data already, then who called sudo, then an account of the
 * machine that owns nothing of ours; none is ever created.
 */
export const serverAccount = async (dataDirectory: string): Promise<ServerAccount | null> => {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(dataDirectory).catch(() => null);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = await passwdAccounts();
  const sudoer = accounts.find(({ uid }) => uid !== 0 && String(uid) === process.env.SUDO_UID);
  const chosen =
    sudoer ?? ['postgres', 'nobody'].map((name) => accounts.find((one) => one.name === name)).find(Boolean);
  if (chosen === undefined) {
    throw new EmbeddedDatabaseError(
      'the embedded database does not run as root and there is no user nobody: start Ajudant as another user or set DATABASE_URL',
    );
  }
  return { uid: chosen.uid, gid: chosen.gid };
};

const passwdAccounts = async () => {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => Number.isInteger(uid) && Number.isInteger(gid));
};
