import { useState } from 'react';
import type { ChangedField } from './changed-meanwhile';
import { mergedDraft } from './merged-draft';

/** A field by the reader's name for it, with both values where they can be said in a word. */
export type Describe<Draft> = <Field extends keyof Draft & string>(
  field: Field,
  before: Draft[Field],
  now: Draft[Field],
) => ChangedField;

/**
 * What somebody writes over what is kept. Where somebody else changes that meanwhile, fields that she did not touch follow it, hers stay as
 * she wrote them, and `meanwhile` says what changed: nothing is overwritten unseen.
 * @param kept as it was read last
 * @param isSaving while true, what is kept may be her own
 * @param begun what she wrote over it before, and did not save; null where that is nothing
 */
export function useMergedDraft<Draft extends object>(
  kept: Draft,
  isSaving: boolean,
  describe: Describe<Draft>,
  begun: Draft | null = null,
) {
  const [base, setBase] = useState(kept);
  const [draft, setDraft] = useState(begun ?? kept);
  const [meanwhile, setMeanwhile] = useState<readonly ChangedField[]>([]);
  const merged = mergedDraft(base, draft, kept);
  if (!isSaving && merged.changed.length > 0) {
    setMeanwhile(merged.changed.map((field) => describe(field, base[field], kept[field])));
    setDraft(merged.draft);
    setBase(kept);
  }
  return {
    draft,
    setDraft,
    meanwhile,
    /** Takes what was saved for what is kept. */
    settle(saved: Draft): void {
      setBase(saved);
      setDraft(saved);
      setMeanwhile([]);
    },
  };
}
