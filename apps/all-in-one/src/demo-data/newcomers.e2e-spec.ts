import type { DutyDto, DutySuggestionsDto, NeedDto, PublishedAssistantPageDto, ShortlistDto } from '#contracts';
import type { AddressInfo } from 'node:net';
import { dayAhead } from '../../../api/src/testing/needs.js';
import { aBusiness } from '../../../api/src/testing/people.js';
import { testApiSettings } from '../../../api/src/testing/test-api.js';
import { textsOf } from '../../../../tools/page/page-texts.js';
import { testMarketplace } from '../testing/test-marketplace.js';
import { DemoClient } from './demo-client.js';
import { listSupply } from './demo-supply.js';

const market = await testMarketplace();
const { port } = market.app.getHttpServer().address() as AddressInfo;
const url = `http://127.0.0.1:${port}`;
const anybody = new DemoClient(url);
const { email, password } = testApiSettings.administrator;
const administrator = (await anybody.signIn(email, password))!;
await listSupply(anybody, administrator, {
  password,
  now: Date.parse(market.clock.now()),
  step() {
    // Nobody waits for it here.
  },
});
const { items: catalogue } = (await anybody.get<{ items: DutyDto[] }>('/v1/catalogue/duties')).body;
afterAll(() => market.close());

/** What the page offers to ask, in the reader's language. */
const usual = ['example-inbox', 'example-books', 'example-customers', 'example-calendar'] as const;
const asked = (['en', 'es', 'ca'] as const).flatMap((language) =>
  usual.map((example) => ({ language, words: textsOf(language)(`ask.${example}`) })),
);

describe('a newcomer to the demo', () => {
  it.each(asked)('who says “$words” finds somebody to agree with at once', async ({ language, words }) => {
    const { body: suggested } = await anybody.post<DutySuggestionsDto>('/v1/previews/duty-suggestions', {
      body: { text: words },
    });
    const dutyCodes = suggested.items.map(({ dutyCode }) => dutyCode);
    expect(dutyCodes).not.toEqual([]);
    const owner = await aBusiness(market);
    const business = new DemoClient(url, { authorization: `Bearer ${owner.token}` });
    const { body: need } = await business.post<NeedDto>('/v1/needs', {
      body: { ...(await usualNeed(language, dutyCodes)), words, language },
    });
    await business.post(`/v1/needs/${need.id}/posting`);
    const { body: shortlist } = await business.get<ShortlistDto>(`/v1/needs/${need.id}/shortlist`, {
      prefer: 'wait=5',
    });
    expect(shortlist.status).toBe('prepared');
    const atOnce = shortlist.entries.filter(
      ({ instantBooking, explanation }) => instantBooking && explanation.missingDuties.length === 0,
    );
    expect(atOnce).not.toEqual([]);
  });
});

/** As the page begins it for whoever changes nothing: two hours a month of each duty, on weekday mornings, for what the dearest asks. */
async function usualNeed(language: string, dutyCodes: readonly string[]): Promise<object> {
  const offered = await Promise.all(
    dutyCodes.map((duty) => anybody.get<PublishedAssistantPageDto>(`/v1/assistants/published?limit=100&duty=${duty}`)),
  );
  const rates = offered.flatMap(({ body }) => body.items).map(({ hourlyRate }) => hourlyRate);
  const inEuros = rates.filter(({ currency }) => currency === 'EUR').map(({ amountMinor }) => amountMinor);
  return {
    startsOn: dayAhead(7),
    endsOn: dayAhead(7 + 83),
    hours: {
      kind: 'weekly',
      timeZone: 'Europe/Madrid',
      weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '09:00', end: '13:00' })),
    },
    requiredLanguages: [{ language, level: 'B2' }],
    channels: ['email'],
    hourlyRateCap: { amountMinor: Math.ceil(Math.max(...inEuros) / 100) * 100, currency: 'EUR' },
    lines: dutyCodes.map((dutyCode) => {
      const { indicativeMinutes } = catalogue.find(({ code }) => code === dutyCode)!;
      return {
        lineId: dutyCode,
        dutyCode,
        volume: Math.max(1, Math.round(120 / indicativeMinutes)),
        cadence: indicativeMinutes >= 480 ? 'once' : 'monthly',
        importance: 2,
      };
    }),
  };
}
