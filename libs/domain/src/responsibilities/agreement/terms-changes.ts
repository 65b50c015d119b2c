import type { Suggestion } from '../../proposal/suggestion.js';
import type { AgreementTerms } from './agreement-terms.js';
import { canonicalText } from './canonical-terms.js';
import type { DutyLine } from './duty-line.js';
import {
  type LineField,
  partsOfLine,
  partsOfTerms,
  type TermsField,
  type TermsPart,
  type TermsValue,
} from './terms-value.js';

/** One difference between two versions of the terms. */
export type TermsChange =
  | PartChanged<TermsField, { readonly subject: 'terms' }>
  | PartChanged<LineField, { readonly subject: 'line'; readonly line: DutyLine }>
  | { readonly subject: 'line-added' | 'line-removed'; readonly line: DutyLine }
  | { readonly subject: 'suggestion-added' | 'suggestion-removed'; readonly suggestion: Suggestion };

type PartChanged<Field, Subject> = Subject & {
  readonly field: Field;
  /** Null where that version doesn't say it. */
  readonly before: TermsValue | null;
  readonly after: TermsValue | null;
};

/** All that differs, what holds for all lines first, then line by line in the order of the later version. */
export function changesOfTerms(before: AgreementTerms, after: AgreementTerms): TermsChange[] {
  const ofTerms = changedParts(partsOfTerms(before), partsOfTerms(after));
  return [
    ...ofTerms.map((part): TermsChange => ({ subject: 'terms', ...part })),
    ...after.lines.flatMap((line) => changesOfLine(lineOf(before, line), line)),
    ...before.lines
      .filter((line) => lineOf(after, line) === undefined)
      .map((line): TermsChange => ({ subject: 'line-removed', line })),
    ...suggestionsOnlyIn(after, before).map((suggestion): TermsChange => ({ subject: 'suggestion-added', suggestion })),
    ...suggestionsOnlyIn(before, after).map((suggestion): TermsChange => ({
      subject: 'suggestion-removed',
      suggestion,
    })),
  ];
}

function changesOfLine(before: DutyLine | undefined, line: DutyLine): TermsChange[] {
  if (before === undefined) return [{ subject: 'line-added', line }];
  return changedParts(partsOfLine(before), partsOfLine(line)).map((part): TermsChange => ({
    subject: 'line',
    line,
    ...part,
  }));
}

/** A line that names another duty is another line under the same id. */
const lineOf = ({ lines }: AgreementTerms, { lineId, dutyCode }: DutyLine): DutyLine | undefined =>
  lines.find((line) => line.lineId === lineId && line.dutyCode === dutyCode);

const suggestionsOnlyIn = (terms: AgreementTerms, other: AgreementTerms): Suggestion[] =>
  terms.adoptedSuggestions.filter(
    (one) => !other.adoptedSuggestions.some((another) => canonicalText(another) === canonicalText(one)),
  );

function changedParts<Field extends string>(before: readonly TermsPart<Field>[], after: readonly TermsPart<Field>[]) {
  return after.flatMap(({ field, value }) => {
    const was = before.find((part) => part.field === field)?.value ?? null;
    return saysTheSame(was, value) ? [] : [{ field, before: was, after: value }];
  });
}

const saysTheSame = (one: TermsValue | null, other: TermsValue | null): boolean => saying(one) === saying(other);

/** A quantity hangs on its whole line; of that only what it says counts. */
function saying(value: TermsValue | null): string {
  if (value?.kind !== 'quantity') return canonicalText(value);
  const { volume, unit, cadence, rule, asNeeded } = value.line;
  const isBy = { isAsNeeded: asNeeded !== undefined, isByRule: rule !== undefined };
  return canonicalText({ volume, unit, cadence, ...isBy });
}
