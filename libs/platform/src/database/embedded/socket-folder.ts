/** What fits into the address of a socket on every system: 104 bytes on macOS, the zero at its end among them. */
const longestPath = 103;
/** As PostgreSQL calls it, by the port. */
const longestName = '/.s.PGSQL.65535';

/**
 * Where a server on a data directory puts its socket, from there: in it, or nowhere where the path is too long or PostgreSQL and
 * Node.js have no kind of socket in common.
 */
export const socketFolderIn = (dataDirectory: string, platform: NodeJS.Platform): '.' | '' =>
  platform !== 'win32' && Buffer.byteLength(dataDirectory + longestName) <= longestPath ? '.' : '';
