/** Where a value stands in what was asked, in the words of the domain: names of fields, and places in lists from 0. */
export type FieldPath = readonly (string | number)[];

/** One of several values that are refused together. */
export interface RefusedPlace {
  readonly at: FieldPath;
  readonly which: string;
}

/** What was refused and why. */
export interface RefusalDetails {
  /** The field that is refused; empty for what was asked as a whole. */
  readonly at?: FieldPath | undefined;
  /** Instead of `at`: each of the values, where several are refused together. */
  readonly places?: readonly RefusedPlace[] | undefined;
  /** Which one it is, where `at` names what stands for many: the local date of an occurrence, say. */
  readonly which?: string | undefined;
  readonly [name: string]: unknown;
}

/**
 * An expected refusal of the domain. `code` is stable (`noun.reason`) and never renamed; `details` says which value
 * was refused and why, so that whoever answers can name the field. Programmer errors are ordinary `Error`s.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
