import { type Clearance, DomainError } from '#domain';

/** The clearance, provided that it is the one of the assistant in the path. @throws DomainError `clearance.not-found` */
export function ofAssistant(clearance: Clearance, assistantId: string): Clearance {
  if (clearance.assistantId !== assistantId) throw new DomainError('clearance.not-found');
  return clearance;
}
