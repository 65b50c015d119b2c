import fc from 'fast-check';
import type { AgreementTerms } from './agreement-terms.js';
import { acceptedAgreement } from './agreement.examples.js';
import { currentVersion } from './agreement.policies.js';
import { canonicalTerms } from './canonical-terms.js';
import type { DutyLine } from './duty-line.js';
import { changesOfTerms } from './terms-changes.js';

const { terms } = currentVersion(acceptedAgreement());
const [inbox, books, approval] = terms.lines as [DutyLine, DutyLine, DutyLine];
const changesTo = (changes: Partial<AgreementTerms>) => changesOfTerms(terms, { ...terms, ...changes });

describe('the changes between two versions', () => {
  it('name what holds for all lines by its field, with what it was and what it becomes', () => {
    expect(changesTo({ responseTargetMinutes: 60, noticeDays: 14 })).toEqual([
      {
        subject: 'terms',
        field: 'responseTarget',
        before: { kind: 'duration', minutes: 240 },
        after: { kind: 'duration', minutes: 60 },
      },
      { subject: 'terms', field: 'notice', before: null, after: { kind: 'duration', minutes: 14 * 24 * 60 } },
    ]);
  });

  it('say of each line what is new, gone, or otherwise', () => {
    const dearer: DutyLine = { ...inbox, unitPrice: { amountMinor: 1500, currency: 'EUR' }, mode: 'prepares' };
    const added: DutyLine = { ...books, lineId: 'more' };
    const changes = changesTo({ lines: [dearer, added, approval] });
    expect(changes.map(({ subject, ...rest }) => [subject, 'line' in rest && rest.line.lineId])).toEqual([
      ['line', 'inbox'],
      ['line', 'inbox'],
      ['line-added', 'more'],
      ['line-removed', 'books'],
    ]);
    expect(changes).toMatchObject([{ field: 'unitPrice' }, { field: 'mode', before: null }, {}, {}]);
  });

  it('take a line that names another duty for another line', () => {
    const changes = changesTo({ lines: [{ ...inbox, dutyCode: 'calls' }, books, approval] });
    expect(changes.map(({ subject }) => subject)).toEqual(['line-added', 'line-removed']);
  });

  it('name suggestions that come and go', () => {
    expect(changesTo({ adoptedSuggestions: [] })).toMatchObject([
      { subject: 'suggestion-removed', suggestion: { title: 'Canned answers' } },
    ]);
  });

  it('are there exactly where the two sides would accept something else', () => {
    const anyLine = fc
      .record({
        lineId: fc.constantFrom('inbox', 'books', 'approval'),
        volume: fc.integer({ min: 1, max: 3 }),
        price: fc.integer({ min: 0, max: 2 }),
        unit: fc.constantFrom('message', 'receipt'),
        mode: fc.constantFrom(undefined, 'acts' as const, 'prepares' as const),
        step: fc.constantFrom(undefined, 15, 30),
        ana: fc.boolean(),
      })
      .map(({ price, step, mode, ana, ...line }): DutyLine => ({
        ...inbox,
        ...line,
        unitPrice: { amountMinor: price, currency: 'EUR' },
        accountable: ana ? { party: 'business', personName: 'Ana' } : { party: 'assistant' },
        ...(mode && { mode }),
        ...(step && { asNeeded: { stepMinutes: step } }),
      }));
    const anyTerms = fc
      .record({
        lines: fc.uniqueArray(anyLine, { minLength: 1, maxLength: 3, selector: ({ lineId }) => lineId }),
        endsOn: fc.constantFrom('2026-05-30', '2026-05-31'),
        lateFeeBps: fc.constantFrom(0, 5000),
        notice: fc.constantFrom(undefined, 7),
        holidays: fc.constantFrom(undefined, 'CT', 'MD'),
        suggested: fc.boolean(),
      })
      .map(({ notice, suggested, lines, holidays, ...some }): AgreementTerms => ({
        ...terms,
        ...some,
        lines: [...lines].sort((one, other) => (one.lineId < other.lineId ? -1 : 1)),
        adoptedSuggestions: suggested ? terms.adoptedSuggestions : [],
        ...(notice && { noticeDays: notice }),
        ...(holidays && { holidays: { countryCode: 'ES', regionCode: holidays } }),
      }));
    fc.assert(
      fc.property(anyTerms, anyTerms, (one, other) => {
        const same = canonicalTerms(one) === canonicalTerms(other);
        expect(changesOfTerms(one, other).length === 0).toBe(same);
        expect(changesOfTerms(one, one)).toEqual([]);
      }),
    );
  });
});
