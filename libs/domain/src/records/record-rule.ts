import { demand } from '../policy.js';
import { categoryOf, type Chart } from './chart.js';
import type { RecordContent, RecordKind } from './record.js';

/** "From this counterpart: that category", as a business says it. */
export interface RecordRule {
  readonly kind: RecordKind;
  /** Part of the counterpart's name or of the description, whatever its letters. */
  readonly contains: string;
  readonly category: string;
}

const shortest = 3;

/** @throws DomainError `record-rule.…`, `record.…` */
export function assertRule({ kind, contains, category: code }: RecordRule, chart: Chart): void {
  demand(plainWords(contains).length >= shortest, 'record-rule.too-short', { at: ['contains'], atLeast: shortest });
  const category = categoryOf(chart, code);
  demand(category !== null, 'record.unknown-category', { at: ['category'] });
  const wanted = kind === 'bank-line' ? 'neutral' : kind === 'income' ? 'income' : 'expense';
  demand(category.kind === wanted, 'record.category-of-another-kind', { at: ['category'], kind });
}

/** The category that the first rule that fits gives an entry; null where none does. */
export function categoryByRules(
  { kind, counterpart, description }: Pick<RecordContent, 'kind' | 'counterpart' | 'description'>,
  rules: readonly RecordRule[],
): string | null {
  const said = plainWords(`${counterpart ?? ''} ${description}`);
  return rules.find((rule) => rule.kind === kind && said.includes(plainWords(rule.contains)))?.category ?? null;
}

const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
