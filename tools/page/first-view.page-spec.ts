import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.js';
import { figuresOfFirstView } from './figures/first-view.js';
import { pageUrlVariable } from './page-global-setup.js';

const mostScriptBytes = 250 * 1024;
const mostLayoutShift = 0.05;

describe('the first view of the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it('needs at most 250 KB of compressed script, and stays where it is', async () => {
    const { scriptBytes, layoutShift } = await figuresOfFirstView(browser, process.env[pageUrlVariable]!, '/');
    expect(scriptBytes).toBeGreaterThan(0);
    expect(scriptBytes).toBeLessThanOrEqual(mostScriptBytes);
    expect(layoutShift).toBeLessThanOrEqual(mostLayoutShift);
  });
});
