import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.js';
import { figuresOfFirstView } from './figures/first-view.js';
import { firstPostedNeed, signInAsBusiness } from './figures/demo-business.js';
import { pageUrlVariable } from './page-global-setup.js';

const mostScriptBytes = 250 * 1024;
const mostLayoutShift = 0.05;

describe('the first view of the page', () => {
  const url = process.env[pageUrlVariable]!;
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['the question', async () => '/', false],
    ['the home of a business', async () => '/home', true],
    ['a shortlist', async () => `/needs/${await firstPostedNeed(browser, url)}`, true],
  ])('needs at most 250 KB of compressed script, and stays where it is: %s', async (_, pathOf, isSignedIn) => {
    const how = isSignedIn ? { prepare: signInAsBusiness } : {};
    const { scriptBytes, layoutShift } = await figuresOfFirstView(browser, url, await pathOf(), how);
    expect(scriptBytes).toBeGreaterThan(0);
    expect(scriptBytes).toBeLessThanOrEqual(mostScriptBytes);
    expect(layoutShift).toBeLessThanOrEqual(mostLayoutShift);
  });
});
