import type { Browser } from 'playwright-core';
import { startBrowser } from '../browser.js';
import { pageUrlVariable } from '../page-global-setup.js';
import { type Screen, screens } from '../screens/screens.js';
import { type Device, type Language, Visitor } from '../visitor.js';

const url = process.env[pageUrlVariable]!;
const roles = [null, 'business', 'agency', 'assistant', 'administrator'] as const;
const languages = ['en', 'es', 'ca'] as const;
/** Each role on a desk and a phone, in a language each that the next role has elsewhere. */
const cases = (['desk', 'phone'] as const).flatMap((device, turn) =>
  roles.map((as, place): [Language, Device, Screen['as']] => [languages[(place + turn) % 3]!, device, as]),
);

/** What is wrong where that is so on purpose: an address that leads nowhere. */
const expectedAt: Readonly<Record<string, true>> = { 'not-found': true };

describe('every view of every role', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each(cases)('opens without a fault or a barrier, in %s on a %s, as %s', async (language, device, as) => {
    const visitor = await Visitor.of(browser, url, language, device);
    const { page } = visitor;
    if (as !== null) {
      await page.goto('/sign-in');
      await page.getByTestId(`demo-${as}`).click();
      await page.waitForURL('**/home');
    }
    const wrong: Record<string, readonly string[]> = {};
    for (const { name, path, until } of screens.filter((screen) => screen.as === as)) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await until?.(page);
      await page.locator('h1').first().waitFor();
      const found = [...visitor.takeFaults(), ...(await visitor.barriers())];
      const isWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
      if (isWide) found.push('is wider than the screen');
      if (found.length > 0 && !(name in expectedAt)) wrong[name] = found;
    }
    expect(wrong).toEqual({});
    await visitor.leave();
  });
});
