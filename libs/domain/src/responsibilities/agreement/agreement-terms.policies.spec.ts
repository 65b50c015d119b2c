import { refusalOf } from '../../refusals.examples.js';
import { approvalLine, booksLine, draftCommand, inboxLine, terms } from './agreement.examples.js';
import type { TermsDraft } from './agreement-terms.js';
import { decideAgreement } from './agreement-decisions.js';
import type { DutyLineDraft } from './duty-line.js';

const drafting = (changes: Partial<TermsDraft>): string | null =>
  refusalOf(() => decideAgreement({ ...draftCommand, terms: { ...terms, ...changes } }, null));
const withLine = (changes: Partial<DutyLineDraft>): string | null =>
  drafting({ lines: [booksLine, { ...inboxLine, ...changes }] });
const ana = { party: 'business', personName: 'Ana Ruiz' } as const;
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' as const });

describe('the terms of an agreement', () => {
  it('are taken when every line says who, what, when it is done and for how much', () => {
    expect(drafting({})).toBeNull();
  });

  const lines: readonly (readonly [string, Partial<DutyLineDraft>, string])[] = [
    ['has no id', { lineId: ' ' }, 'agreement.line-without-id lines.1.lineId'],
    ['is called by what people write', { lineId: 'Ana, 600 123 456' }, 'agreement.bad-line-id lines.1.lineId'],
    ['names no duty', { dutyCode: '' }, 'agreement.line-without-duty lines.1.dutyCode'],
    ['has nobody accountable', { accountable: [] }, 'agreement.line-without-accountable lines.1.accountable'],
    [
      'has two accountable parties',
      { accountable: [{ party: 'assistant' }, ana], unitPrice: eur(0) },
      'agreement.line-with-several-accountable lines.1.accountable',
    ],
    [
      'has an accountable person without a name',
      { accountable: [{ party: 'business', personName: ' ' }], unitPrice: eur(0) },
      'agreement.accountable-unnamed lines.1.accountable',
    ],
    ['has no done criterion', { doneCriterion: '\n' }, 'agreement.line-without-done-criterion lines.1.doneCriterion'],
    ['has no unit', { unit: '' }, 'agreement.line-without-unit lines.1.unit'],
    ['has the id of another line', { lineId: 'books' }, 'agreement.line-duplicated lines'],
    ['has no volume', { volume: 0 }, 'agreement.volume-out-of-range lines.1.volume'],
    ['is due by a rule that nobody can read', { rule: 'FREQ=WEEKLY' }, 'agreement.bad-rule lines.1.rule'],
    [
      'is called for as it is needed and due on Mondays',
      { rule: 'FREQ=WEEKLY;BYDAY=MO', asNeeded: { stepMinutes: 15 } },
      'agreement.rule-as-needed lines.1.rule',
    ],
    [
      'is weekly and due by the month',
      { rule: 'FREQ=MONTHLY;BYMONTHDAY=1' },
      'agreement.rule-of-another-cadence lines.1.rule',
    ],
    [
      'is due on no day of the term',
      { cadence: 'monthly', rule: 'FREQ=MONTHLY;BYMONTH=12;BYMONTHDAY=24' },
      'agreement.rule-without-days lines.1.rule',
    ],
    [
      'is counted in steps of seven minutes',
      { asNeeded: { stepMinutes: 7 } },
      'agreement.bad-step lines.1.asNeeded.stepMinutes',
    ],
    ['has half a unit', { volume: 1.5 }, 'agreement.volume-out-of-range lines.1.volume'],
    ['has more than ten thousand units', { volume: 10_001 }, 'agreement.volume-out-of-range lines.1.volume'],
    ['has a negative price', { unitPrice: eur(-1) }, 'agreement.price-out-of-range lines.1.unitPrice.amountMinor'],
    ['has a broken price', { unitPrice: eur(0.5) }, 'agreement.price-out-of-range lines.1.unitPrice.amountMinor'],
    [
      'is priced in another currency',
      { unitPrice: { amountMinor: 1, currency: 'JPY' } },
      'agreement.currencies-differ lines.1.unitPrice.currency',
    ],
    [
      'charges the business for what it answers for itself',
      { accountable: [ana], unitPrice: eur(1) },
      'agreement.business-line-priced lines.1.unitPrice.amountMinor',
    ],
  ];
  it.each(lines)('are refused when a line %s', (_, changes, refusal) => {
    expect(withLine(changes)).toBe(refusal);
  });

  const [suggestion] = terms.adoptedSuggestions;
  const wholes: readonly (readonly [string, Partial<TermsDraft>, string])[] = [
    ['there are no lines', { lines: [] }, 'agreement.without-lines lines'],
    [
      'there are too many lines',
      { lines: Array.from({ length: 51 }, (_, index) => ({ ...inboxLine, lineId: `line-${index}` })) },
      'agreement.too-many-lines lines',
    ],
    [
      'there are more runs than of fifty weekly lines in two years',
      {
        endsOn: '2028-03-01',
        lines: Array.from({ length: 8 }, (_, index) => ({ ...inboxLine, lineId: `line-${index}`, rule: 'FREQ=DAILY' })),
      },
      'agreement.too-many-runs lines',
    ],
    ['there is no channel', { channels: [] }, 'agreement.channels-not-one-or-two channels'],
    [
      'there are three channels',
      { channels: ['email', 'chat', 'phone'] },
      'agreement.channels-not-one-or-two channels',
    ],
    ['a channel is unknown', { channels: ['fax' as 'email'] }, 'agreement.channels-not-one-or-two channels'],
    ['a channel is named twice', { channels: ['email', 'email'] }, 'agreement.channel-duplicated channels'],
    ['the zone is unknown', { timeZone: 'Mars/Base' }, 'time.unknown-zone timeZone'],
    ['the first day does not exist', { startsOn: '2026-02-30' }, 'time.bad-date startsOn'],
    ['the last day does not exist', { endsOn: '31.05.2026' }, 'time.bad-date endsOn'],
    ['the last day is before the first', { endsOn: '2026-03-01' }, 'agreement.dates-reversed endsOn'],
    ['they run for more than two years', { endsOn: '2028-03-02' }, 'agreement.horizon-too-long endsOn'],
    ['they are over already', { startsOn: '2026-01-01', endsOn: '2026-02-19' }, 'agreement.term-over endsOn'],
    ['the currency is unknown', { currency: 'XXX' as 'EUR' }, 'money.unknown-currency currency'],
    [
      'answers are never due',
      { responseTargetMinutes: 0 },
      'agreement.response-target-out-of-range responseTargetMinutes',
    ],
    [
      'silence accepts at once',
      { silenceAcceptsAfterHours: 0 },
      'agreement.silence-out-of-range silenceAcceptsAfterHours',
    ],
    [
      'silence accepts after more than a month',
      { silenceAcceptsAfterHours: 721 },
      'agreement.silence-out-of-range silenceAcceptsAfterHours',
    ],
    ['a notice takes a year', { noticeDays: 366 }, 'agreement.notice-out-of-range noticeDays'],
    [
      'a slot is never free to cancel',
      { freeCancellationHours: 721 },
      'agreement.free-cancellation-out-of-range freeCancellationHours',
    ],
    [
      'a late cancellation costs more than the slot',
      { lateFeeBps: 10_001 },
      'agreement.late-fee-out-of-range lateFeeBps',
    ],
    [
      'a suggestion has no measure',
      { adoptedSuggestions: [{ ...suggestion!, measure: '' }] },
      'agreement.suggestion-incomplete adoptedSuggestions.0',
    ],
    [
      'a suggestion is called by what people write',
      { adoptedSuggestions: [{ ...suggestion!, suggestionId: 'ana@example.org' }] },
      'agreement.bad-suggestion-id adoptedSuggestions.0.suggestionId',
    ],
    [
      'a suggestion is there twice',
      { adoptedSuggestions: [suggestion!, suggestion!] },
      'agreement.suggestion-duplicated adoptedSuggestions',
    ],
    [
      'there are too many suggestions',
      { adoptedSuggestions: Array.from({ length: 21 }, (_, index) => ({ ...suggestion!, suggestionId: `s${index}` })) },
      'agreement.too-many-suggestions adoptedSuggestions',
    ],
  ];
  it.each(wholes)('are refused when %s', (_, changes, refusal) => {
    expect(drafting(changes)).toBe(refusal);
  });

  it('are taken at their bounds', () => {
    expect(drafting({ endsOn: '2028-03-01' })).toBeNull();
    expect(drafting({ endsOn: '2026-03-02' })).toBeNull();
    expect(drafting({ silenceAcceptsAfterHours: 720, channels: ['helpdesk'] })).toBeNull();
    expect(drafting({ freeCancellationHours: 0, lateFeeBps: 10_000 })).toBeNull();
    expect(withLine({ volume: 10_000, unitPrice: eur(0) })).toBeNull();
    expect(drafting({ lines: [approvalLine] })).toBeNull();
    expect(withLine({ rule: 'FREQ=WEEKLY;BYDAY=MO,TH' })).toBeNull();
  });

  it('are refused when their price can not be computed exactly', () => {
    expect(withLine({ unitPrice: eur(Number.MAX_SAFE_INTEGER) })).toBe('quote.too-large lines');
  });
});
