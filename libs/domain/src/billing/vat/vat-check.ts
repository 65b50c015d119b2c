/** `unchecked`: nobody was asked. `unavailable`: who was asked could not say. */
export const vatCheckResults = ['unchecked', 'valid', 'invalid', 'unavailable'] as const;
export type VatCheckResult = (typeof vatCheckResults)[number];

/** Who said so: nobody, an administrator who looked it up, or the Union's VIES. */
export const vatCheckSources = ['none', 'manual', 'vies'] as const;
export type VatCheckSource = (typeof vatCheckSources)[number];

/** Whether a register knows a VAT id, as it was said at one time. */
export interface VatCheck {
  readonly result: VatCheckResult;
  readonly source: VatCheckSource;
  readonly checkedAt: string;
  /** What the source calls its answer. */
  readonly reference: string | null;
}

export const notChecked = (since: string): VatCheck => ({
  result: 'unchecked',
  source: 'none',
  checkedAt: since,
  reference: null,
});
