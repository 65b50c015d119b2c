import type { OfferedDuty } from '../../catalogue/offered-duty.js';
import { priceOfMinutes } from '../../billing/money/money.js';
import type { BusinessId, NeedId } from '../../ids.js';
import type { PostedNeed } from '../../need/need.js';
import { usualStandingTerms } from '../../organisation/standing-terms.js';
import {
  firstTerms,
  postedNeed,
  termsChoice,
  type TermsChoice,
  termsOfListing,
  type UnitPrices,
  usualTerms,
} from './first-terms.js';

const worded = (en: string, es: string, ca: string) => ({ en, es, ca });
const duty: OfferedDuty = {
  code: 'inbox-triage',
  group: 'inbox-and-calendar',
  label: worded('Sort the inbox', 'Ordenar el correo', 'Endreçar el correu'),
  unit: worded('message', 'mensaje', 'missatge'),
  doneCriterion: worded('Every message has a label', 'Cada mensaje tiene etiqueta', 'Cada missatge té etiqueta'),
  indicativeMinutes: 3,
  mode: 'acts',
  source: null,
  retired: false,
};
const duties = { duty: (code: string) => (code === duty.code ? duty : undefined) };
const hourlyRate = { amountMinor: 1_850, currency: 'EUR' } as const;
const prices: UnitPrices = {
  currency: 'EUR',
  hourlyRate: null,
  of: (_, { indicativeMinutes }) => priceOfMinutes(hourlyRate, indicativeMinutes),
};
const choice: TermsChoice = usualTerms;
const need = (language: 'en' | 'es' | 'ca' | null, doneCriterion = ''): PostedNeed => ({
  status: 'posted',
  needId: 'n' as NeedId,
  businessId: 'b' as BusinessId,
  draftedAt: '2026-01-01T00:00:00.000Z',
  postedAt: '2026-01-02T00:00:00.000Z',
  words: language && { text: 'the inbox', language },
  lines: [
    { lineId: 'one', dutyCode: duty.code, volume: 5, cadence: 'weekly', doneCriterion, importance: 3 },
    { lineId: 'two', dutyCode: duty.code, volume: 1, cadence: 'once', doneCriterion, importance: 1 },
  ],
  requiredSkills: [],
  preferredSkills: [],
  requiredLanguages: [],
  hours: { kind: 'weekly', timeZone: 'Europe/Madrid', weekly: [{ weekday: 1, start: '09:00', end: '12:00' }] },
  startsOn: '2026-02-02',
  endsOn: '2026-03-01',
  minOverlapMinutesPerWeek: 60,
  hourlyRateCap: hourlyRate,
  channels: ['email'],
  context: { sector: null, tools: [], currentFirstResponseMinutes: null },
  openToProposals: true,
  invitedAgencyIds: [],
  excludedAgencyIds: [],
});

describe('the first terms of an agreement', () => {
  it.each(['en', 'es', 'ca'] as const)('word the duties in the language of the need: %s', (language) => {
    const [line] = firstTerms(need(language), prices, choice, [], duties).lines;
    expect(line).toMatchObject({
      description: duty.label[language],
      unit: duty.unit[language],
      doneCriterion: duty.doneCriterion[language],
    });
  });

  it('word them in English where the need has no words', () => {
    expect(firstTerms(need(null), prices, choice, [], duties).lines[0]?.description).toBe(duty.label.en);
  });

  it("keep the need's own done criterion", () => {
    expect(firstTerms(need('en', 'Nothing unread'), prices, choice, [], duties).lines[0]?.doneCriterion).toBe(
      'Nothing unread',
    );
  });

  it('make the assistant accountable for every line that the business does not keep, and charge nothing for those', () => {
    const kept = { ...choice, keptByBusiness: [{ lineId: 'two', personName: 'Berta' }] };
    const lines = firstTerms(need('en'), prices, kept, [], duties).lines;
    expect(lines[0]).toMatchObject({
      accountable: [{ party: 'assistant' }],
      unitPrice: priceOfMinutes(hourlyRate, duty.indicativeMinutes),
    });
    expect(lines[1]).toMatchObject({
      accountable: [{ party: 'business', personName: 'Berta' }],
      unitPrice: { amountMinor: 0, currency: 'EUR' },
    });
  });

  it.each([
    ['agreement.kept-line-unknown', [{ lineId: 'three', personName: 'Berta' }], ['keptByBusiness', 0, 'lineId']],
    [
      'agreement.kept-line-duplicated',
      [
        { lineId: 'one', personName: 'Berta' },
        { lineId: 'one', personName: 'Carla' },
      ],
      ['keptByBusiness', 1, 'lineId'],
    ],
  ])('refuse with %s', (code, keptByBusiness, at) => {
    const draft = () => firstTerms(need('en'), prices, { ...choice, keptByBusiness }, [], duties);
    expect(draft).toThrow(expect.objectContaining({ code, details: expect.objectContaining({ at }) }));
  });

  it('leave a day to cancel, four hours to answer and five days of silence where the business says nothing else', () => {
    expect(termsChoice({})).toEqual({
      keptByBusiness: [],
      responseTargetMinutes: 240,
      freeCancellationHours: 24,
      lateFeeBps: 5_000,
      silenceAcceptsAfterHours: 120,
      noticeDays: 0,
      holidays: null,
    });
    expect(termsChoice({ lateFeeBps: 0 })).toEqual({ ...usualTerms, lateFeeBps: 0 });
  });

  it('say what an hour costs: at the listed rate, or what the prices come to for the minutes of the catalogue', () => {
    expect(termsOfListing(need('en'), { hourlyRate }, [], {}, usualStandingTerms, duties).hourlyRate).toEqual(
      hourlyRate,
    );
    const [dear, cheap] = [300, 30].map((amountMinor) => ({ amountMinor, currency: 'EUR' as const }));
    const offered: UnitPrices = { ...prices, of: ({ lineId }) => (lineId === 'one' ? cheap! : dear!) };
    // Four weeks of 5 units at 30 and one at 300, for 21 units of 3 minutes.
    expect(firstTerms(need('en'), offered, choice, [], duties).hourlyRate).toEqual({
      amountMinor: Math.round(((20 * 30 + 300) * 60) / 63),
      currency: 'EUR',
    });
    const kept = { ...choice, keptByBusiness: ['one', 'two'].map((lineId) => ({ lineId, personName: 'Berta' })) };
    expect(firstTerms(need('en'), offered, kept, [], duties).hourlyRate).toEqual({ amountMinor: 0, currency: 'EUR' });
  });

  it("price a listing's units by its hourly rate and the minutes of the catalogue", () => {
    const { currency, lines, adoptedSuggestions } = termsOfListing(
      need('en'),
      { hourlyRate },
      [],
      {},
      usualStandingTerms,
      duties,
    );
    expect(currency).toBe('EUR');
    expect(lines.map(({ unitPrice }) => unitPrice)).toEqual([
      { amountMinor: 92, currency: 'EUR' },
      { amountMinor: 92, currency: 'EUR' },
    ]);
    expect(adoptedSuggestions).toEqual([]);
  });

  it('of a listing are done when the catalogue says so, and keep to what the agency stands by', () => {
    const standing = {
      ...usualStandingTerms,
      responseTargetMinutes: 60,
      mostMinutesPerWeek: 300,
      leastNoticeHours: 48,
    };
    const listed = (chosen: Partial<TermsChoice>) =>
      termsOfListing(need('es', 'Nothing unread, ever'), { hourlyRate }, [], chosen, standing, duties);
    expect(listed({}).lines[0]?.doneCriterion).toBe(duty.doneCriterion.es);
    expect(listed({})).toMatchObject({
      responseTargetMinutes: 60,
      instantLimits: { mostMinutesPerWeek: 300, leastNoticeHours: 48 },
    });
    expect(listed({ responseTargetMinutes: 90, lateFeeBps: 10_000, silenceAcceptsAfterHours: 1 })).toMatchObject({
      responseTargetMinutes: 90,
      lateFeeBps: 10_000,
      silenceAcceptsAfterHours: 1,
    });
    for (const beyond of [
      { responseTargetMinutes: 59 },
      { freeCancellationHours: 23 },
      { lateFeeBps: 4_999 },
      { silenceAcceptsAfterHours: 121 },
    ]) {
      expect(() => listed(beyond)).toThrow(
        expect.objectContaining({
          code: 'agreement.beyond-standing-terms',
          details: expect.objectContaining({ at: Object.keys(beyond) }),
        }),
      );
    }
  });

  it('are written for a need that is posted', () => {
    const { postedAt: _, ...draft } = need('en');
    expect(() => postedNeed({ ...draft, status: 'draft' })).toThrow('agreement.need-not-posted');
  });
});
