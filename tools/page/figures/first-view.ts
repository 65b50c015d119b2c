import type { Browser, BrowserContext } from 'playwright-core';
import { settled } from '../settled.js';

interface FirstView {
  readonly firstPaintMs: number;
  /** Cumulative, as Chromium counts it. */
  readonly layoutShift: number;
  /** As they came over the network. */
  readonly scriptBytes: number;
}

/** What a browser notes of a view that it opens for the first time. */
interface Noted {
  shift: number;
}

/**
 * Opens a view with an empty cache and a processor slowed so many times.
 * @param prepare signs somebody in, before the cache is emptied
 */
export async function figuresOfFirstView(
  browser: Browser,
  url: string,
  path: string,
  { slowedTimes = 1, prepare }: { slowedTimes?: number; prepare?: (context: BrowserContext) => Promise<void> } = {},
): Promise<FirstView> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 }, locale: 'en' });
  try {
    await prepare?.(context);
    const page = await context.newPage();
    const chromium = await context.newCDPSession(page);
    await chromium.send('Network.clearBrowserCache');
    await chromium.send('Emulation.setCPUThrottlingRate', { rate: slowedTimes });
    await page.addInitScript({ content: noteShifts });
    await page.goto(path);
    await settled(page);
    return await page.evaluate(readFigures);
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything of it. */
const noteShifts = `
  globalThis.noted = { shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.noted.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Runs in the page, once it is there. */
function readFigures(): FirstView {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  const scripts = performance.getEntriesByType('resource') as unknown as {
    readonly name: string;
    readonly encodedBodySize: number;
  }[];
  return {
    firstPaintMs: Math.round(paint?.startTime ?? Number.NaN),
    layoutShift: (globalThis as unknown as { noted: Noted }).noted.shift,
    scriptBytes: scripts
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  };
}
