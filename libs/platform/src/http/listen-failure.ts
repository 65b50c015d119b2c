import { StartFailure } from '../processes/index.js';

const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken: end what listens there, or set %PORT to another port',
  EACCES: 'is not for this user: set %PORT to a port from 1024',
  EADDRNOTAVAIL: 'is not an address of this machine: set AJUDANT_HTTP_HOST to one that is',
  ENOTFOUND: 'is a name that nobody knows: set AJUDANT_HTTP_HOST to an address of this machine',
};

/** An address, and the variable that says its port. */
export interface ListeningPlace {
  readonly host: string;
  readonly port: number;
  readonly variable: string;
}

/** Why nobody can listen there, in one line; any other error as it is. */
export const listenFailure = (error: unknown, { host, port, variable }: ListeningPlace): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const remedy = Object.hasOwn(remedies, code) ? remedies[code] : undefined;
  return remedy === undefined
    ? error
    : new StartFailure(`${host}:${port} ${remedy.replace('%PORT', variable)}`, { cause: error });
};
