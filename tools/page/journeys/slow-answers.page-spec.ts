import type { Browser } from 'playwright-core';
import { startBrowser } from '../browser.js';
import { pageUrlVariable } from '../page-global-setup.js';
import { Visitor } from '../visitor.js';

const url = process.env[pageUrlVariable]!;
/** Longer than a view of before stays when the next one isn't there yet. */
const answersAfterMs = 1_000;

describe('somebody far away, whose answers come late', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['business', '/money'],
    ['agency', '/money'],
    ['assistant', '/work'],
    ['administrator', '/admin/money'],
  ] as const)('gets from the home of the %s to %s', async (role, path) => {
    const visitor = await Visitor.of(browser, url, 'en', 'desk');
    await visitor.signIn(role);
    await visitor.page.route('**/v1/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, answersAfterMs));
      await route.continue();
    });
    await visitor.goTo(path);
    await visitor.page.unrouteAll({ behavior: 'ignoreErrors' });
    expect(visitor.takeFaults()).toEqual([]);
    await visitor.leave();
  });
});
