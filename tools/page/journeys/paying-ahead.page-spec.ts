import type { Browser } from 'playwright-core';
import { startBrowser } from '../browser.js';
import { pageUrlVariable } from '../page-global-setup.js';
import { textsOf } from '../page-texts.js';
import { type Device, type Language, Visitor } from '../visitor.js';
import { looked } from './looked.js';
import { payByCard } from './pay-by-card.js';

const url = process.env[pageUrlVariable]!;
const cases: readonly (readonly [Language, Device])[] = [
  ['en', 'phone'],
  ['es', 'phone'],
  ['ca', 'desk'],
];

describe('money that is paid ahead by card', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each(cases)('is there once the payment service has said so, in %s on a %s', async (language, device) => {
    const say = textsOf(language);
    const visitor = await Visitor.of(browser, url, language, device);
    const { page } = visitor;
    await visitor.signIn('business');
    await visitor.goTo('/money');
    const paid = page.getByText(say('money.card-paid'), { exact: true });
    const before = await paid.count();
    await payByCard(visitor, language, {
      path: '/money',
      say: () => page.getByLabel(say('money.ahead-amount', { currency: 'EUR' }), { exact: true }).fill('1'),
    });
    await paid.nth(before).waitFor();
    await looked(visitor);
    expect(visitor.takeFaults()).toEqual([]);
    await visitor.leave();
  });
});
