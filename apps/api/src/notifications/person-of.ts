import type { Actor } from '#access';
import { DomainError } from '#domain';
import type { ReadingMember } from './notification.store.js';

/** The person who asks. @throws DomainError `auth.forbidden` for a key, which is told nothing */
export function personOf({ userId, organisationId, organisationKind }: Actor): ReadingMember {
  if (userId === null) throw new DomainError('auth.forbidden');
  return { userId, organisationId, organisationKind };
}
