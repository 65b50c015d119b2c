/** Classes of SQLSTATE that say nothing about the event: connection, resources, operator, lock, serialisation. */
const passingStates = /^(08|53|57|58|40|55P03|25P03)/;
const passingCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** Whether it failed because something around it wasn't there, so that trying again later is right. */
export function isInfrastructureFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (passingStates.test(code) || passingCodes.has(code)) return true;
  return /connection (terminated|timeout)|timeout exceeded when trying to connect|driver.*not connected/i.test(
    error.message,
  );
}
