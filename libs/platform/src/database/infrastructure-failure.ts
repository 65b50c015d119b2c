/**
 * SQLSTATEs that say nothing about what was asked for: lost connection (08), resources such as a full disk (53), shutdown and cut
 * connections (57P…), system (58), a database that can't be written to (25006), a transaction that was left idle (25P03).
 * Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const failingStates = /^(08...|53...|57P..|58...|25006|25P03)$/;
/** Rollback to be tried again (40), lock not to be had (55P03): another one was in the way. */
const contendedStates = /^(40...|55P03)$/;
const failingCodes = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ETIMEDOUT',
]);
/** Drivers' words for a connection that is gone, or doesn't answer; they have no code. */
const failingMessages =
  /^Connection terminated|^timeout exceeded when trying to connect|^timeout expired$|^Query read timeout$|not queryable$|^Cannot use a pool after|^Query runner already released|^Driver not Connected|^Connection is not established|^Released a client that has already been released/i;

const inChain = (error: unknown, isMet: (code: string, message: string) => boolean): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  // A file that isn't there is something else than a socket that isn't.
  const isNoSocket = code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect';
  if (isMet(isNoSocket ? 'ECONNREFUSED' : code, error.message)) return true;
  const driverError = 'driverError' in error ? error.driverError : undefined;
  return (driverError !== error && inChain(driverError, isMet)) || inChain(error.cause, isMet);
};

/** Whether the database, or the way to it, is failing: the same may work later, and nothing is wrong with what was asked for. */
export const isDatabaseFailing = (error: unknown): boolean =>
  inChain(
    error,
    (code, message) => failingStates.test(code) || failingCodes.has(code) || failingMessages.test(message),
  );

/**
 * Whether it failed because something around it wasn't there, or stood in its way, so that trying again later is right. A statement
 * that takes too long (57014) is not among them: it may be what was asked for that makes it so.
 */
export const isInfrastructureFailure = (error: unknown): boolean =>
  isDatabaseFailing(error) || inChain(error, (code) => contendedStates.test(code));
