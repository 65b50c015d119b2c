import type { Browser } from 'playwright-core';
import { daysFromNow } from '../../../apps/all-in-one/src/demo-data/index.js';
import { startBrowser } from '../browser.js';
import { pageUrlVariable } from '../page-global-setup.js';
import { textsOf } from '../page-texts.js';
import { askForHelp } from './ask-for-help.js';
import { chooseTwoHours } from './free-hours.js';
import { looked } from './looked.js';
import { type Device, type Language, Visitor } from '../visitor.js';

const url = process.env[pageUrlVariable]!;
const termDays = 35;
/** Each has a term of its own: the best assistant is the same for all, and nobody is booked twice. */
const cases = (['en', 'es', 'ca'] as const).flatMap((language, place) =>
  (['desk', 'phone'] as const).map((device, index): [Language, Device, number] => [
    language,
    device,
    3 + (2 * place + index) * (termDays + 5),
  ]),
);
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
    await askForHelp(visitor, {
      language,
      trouble: 'mail',
      business: 'Forn Vell',
      startsOn: daysFromNow(startsAhead),
      endsOn: daysFromNow(startsAhead + termDays),
    });
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
    await page.getByText(say('bookings.move-says', { zone: 'Madrid' })).waitFor();
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
