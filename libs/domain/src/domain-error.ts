/**
 * An expected refusal of the domain. `code` is stable (`noun.reason`) and never renamed; `details` says which value
 * was refused and why, so that whoever answers can name the field. Programmer errors are ordinary `Error`s.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
