import { eventTypes } from '#contracts';
import { DomainError, type FieldPath } from '#domain';

const knownTypes: ReadonlySet<string> = new Set(eventTypes.map(({ type }) => type));

/**
 * Which of the types is none that there is.
 * @throws DomainError with that code, naming the first
 */
export function assertKnownTypes(types: readonly string[], code: string, at: FieldPath): void {
  const unknown = types.findIndex((type) => !knownTypes.has(type));
  if (unknown >= 0) throw new DomainError(code, { at: [...at, unknown] });
}
