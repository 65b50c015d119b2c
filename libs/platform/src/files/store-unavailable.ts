import { DomainError } from '#domain-error';

const retryAfterSeconds = 10;

/** What fails around a store of files is nobody's fault who asks: it is 503, and may work later. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    process.emitWarning(`a store of files failed: ${String(cause)}`);
    throw new DomainError('file.store-unavailable', { retryAfterSeconds });
  }
}
