/**
 * SQLSTATEs that say nothing about the event: lost connection (08), rollback to be tried again (40), resources (53), lock
 * not to be had (55P03), shutdown and cut connections (57P…), system (58), a standby that can't be written to (25006). A
 * statement that takes too long (57014) is not among them: it may be the event that makes it so.
 * Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const passingStates = /^(08...|40...|53...|55P03|57P..|58...|25006)$/;
const passingCodes = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);
/** Drivers' words for a connection that is gone; they have no code. */
const passingMessages =
  /^Connection terminated|^timeout exceeded when trying to connect|not queryable$|^Cannot use a pool after|^Query runner already released|^Driver not Connected|^Connection is not established/i;

/** Whether it failed because something around it wasn't there, so that trying again later is right. */
export const isInfrastructureFailure = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (passingStates.test(code) || passingCodes.has(code) || passingMessages.test(error.message)) return true;
  return isInfrastructureFailure(error.cause);
};
