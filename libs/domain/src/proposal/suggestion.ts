/** A way to streamline the business's work; adopted, it is part of the agreement, and its effect is measured later. */
export interface Suggestion {
  readonly suggestionId: string;
  readonly title: string;
  /** How it is today. */
  readonly baseline: string;
  readonly expectedEffect: string;
  /** How the effect is measured. */
  readonly measure: string;
}
