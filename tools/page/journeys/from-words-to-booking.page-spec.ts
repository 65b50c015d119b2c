import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../browser.js';
import { pageUrlVariable } from '../page-global-setup.js';
import { textsOf } from '../page-texts.js';
import { chooseTwoHours } from './free-hours.js';
import { looked } from './looked.js';
import { type Device, type Language, Visitor } from '../visitor.js';

const url = process.env[pageUrlVariable]!;
const troubles: Readonly<Record<Language, string>> = {
  en: 'My inbox eats my mornings',
  es: 'El correo se come mis mañanas',
  ca: 'El correu se’m menja els matins',
};
const termDays = 35;
/** Each has a term of its own: the best assistant is the same for all, and nobody is booked twice. */
const cases = (['en', 'es', 'ca'] as const).flatMap((language, place) =>
  (['desk', 'phone'] as const).map((device, index): [Language, Device, number] => [
    language,
    device,
    3 + (2 * place + index) * (termDays + 5),
  ]),
);
const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('from plain words to a confirmed booking', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each(cases)('goes without a fault or a barrier, in %s on a %s', async (language, device, startsAhead) => {
    const say = textsOf(language);
    const visitor = await Visitor.of(browser, url, language, device);
    const { page } = visitor;
    const button = (id: string) => page.getByRole('button', { name: say(id), exact: true });
    const fill = (id: string, value: string) => page.getByLabel(say(id)).first().fill(value);
    const monday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1));

    await page.goto('/');
    await fill('ask.words', troubles[language]);
    await button('ask.submit').click();
    await page.locator('mark').first().waitFor();
    const others = page.getByRole('button', { name: say('ask.remove', { duty: '' }).trim() });
    while ((await others.count()) > 1) await others.last().click();
    await looked(visitor);
    await button('ask.go-on').click();

    await looked(visitor, '**/register/business');
    await fill('registration.name', 'Forn Vell');
    await fill('registration.sector', 'bakery');
    await fill('registration.your-name', 'Berta Roca');
    await fill('sign-in.email', `berta-${randomUUID()}@example.org`);
    await page.locator('input[type=password]').fill(`a long sentence ${randomUUID()}`);
    await button('registration.submit').click();

    await page.waitForURL(/\/needs\/[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: say('needs.post') }).waitFor();
    await fill('needs.starts', dayAhead(startsAhead));
    await fill('needs.ends', dayAhead(startsAhead + termDays));
    await page.getByLabel(say('week.add', { day: monday })).click();
    await page
      .getByRole('group', { name: say('needs.languages') })
      .locator('label')
      .first()
      .click();
    await page
      .getByRole('group', { name: say('needs.channels') })
      .getByText(say('words.channel-email'), { exact: true })
      .click();
    await fill('needs.cap', '60');
    await looked(visitor);
    await button('needs.post').click();

    await page
      .getByRole('button', { name: say('shortlist.agree') })
      .first()
      .waitFor();
    await looked(visitor);
    await button('shortlist.agree').first().click();

    await page.waitForURL('**/agreements/*');
    await button('agreements.sign').waitFor();
    await looked(visitor);
    await button('agreements.sign').click();
    await page.getByRole('link', { name: say('agreements.book') }).click();

    await page.waitForURL('**/book');
    await chooseTwoHours(page, 1, say('bookings.week-after'));
    await page.getByLabel(say('bookings.each-week')).check();
    await looked(visitor);
    await button('bookings.book-at-once').click();

    await page.waitForURL('**/bookings/*');
    await page.getByText(say('bookings.status-confirmed')).waitFor();
    await looked(visitor);
    const times = page.getByRole('checkbox');
    const many = await times.count();
    await button('bookings.move').last().click();
    await page.getByText(say('bookings.move-says', { zone: 'Europe/Madrid' })).waitFor();
    await looked(visitor);
    await times.first().check();
    await fill('bookings.reason', 'A holiday');
    await page.getByRole('button', { name: say('bookings.cancel-chosen', { count: 1 }), exact: true }).click();
    await visitor.lookAway();
    await page.getByRole('heading', { name: say('bookings.called-off-slots') }).waitFor();
    expect(await times.count()).toBe(many - 1);
    await looked(visitor);
    expect(visitor.takeFaults()).toEqual([]);
    await visitor.leave();
  });
});
