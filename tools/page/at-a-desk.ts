import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.js';
import { pageUrlVariable } from './page-global-setup.js';
import { Visitor } from './visitor.js';

/** Has a visitor for a suite, who reads English at a desk, and goes with it. @param begin what she does before all tests */
export function atADesk(begin: (visitor: Visitor) => void | Promise<void>): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
    await begin(await Visitor.of(browser, process.env[pageUrlVariable]!, 'en', 'desk'));
  });
  afterAll(() => browser.close());
}
