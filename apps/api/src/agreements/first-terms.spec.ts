import { type BusinessId, type NeedId, ownDuty, type PostedNeed, priceOfMinutes } from '#domain';
import { catalogueDuties } from '#knowledge/catalogue';
import { firstTerms, type TermsChoice, type UnitPrices } from './first-terms.js';

const duty = ownDuty(catalogueDuties[0]!);
const duties = { duty: (code: string) => (code === duty.code ? duty : undefined) };
const hourlyRate = { amountMinor: 1_850, currency: 'EUR' } as const;
const prices: UnitPrices = {
  currency: 'EUR',
  of: (_, { indicativeMinutes }) => priceOfMinutes(hourlyRate, indicativeMinutes),
};
const choice: TermsChoice = {
  keptByBusiness: [],
  responseTargetMinutes: 240,
  freeCancellationHours: 24,
  lateFeeBps: 5_000,
  silenceAcceptsAfterHours: 120,
};
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
});
