import { DomainError, type RefusalDetails } from './domain-error.js';

/** One business rule: looks at its subject and throws a `DomainError` when the subject breaks it. */
export type Policy<Subject> = (subject: Subject) => void;

/** Applies the rules in their order; the first one that is broken is the one that is told. */
export function uphold<Subject>(policies: readonly Policy<Subject>[], subject: Subject): void {
  for (const policy of policies) policy(subject);
}

/** Refuses with a stable code unless the condition holds. */
export function demand(holds: boolean, code: string, details: RefusalDetails = {}): asserts holds {
  if (!holds) throw new DomainError(code, details);
}

/** For facts that can't follow the state they met: a programmer's error, not a refusal. */
export function unexpectedFact(fact: { readonly type: string }, status: string): never {
  throw new Error(`The fact ${fact.type} can't follow the state ${status}`);
}
