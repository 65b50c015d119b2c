import type { Browser, BrowserContext } from 'playwright-core';
import { settled } from '../settled.js';

interface FirstView {
  readonly firstPaintMs: number;
  /** When the largest of what is shown was painted for the last time: the view itself, and not the frame that stands there first. */
  readonly viewPaintMs: number;
  /** Cumulative, as Chromium counts it. */
  readonly layoutShift: number;
  /** As they came over the network. */
  readonly scriptBytes: number;
}

/** What a browser notes of a view that it opens for the first time. */
interface Noted {
  shift: number;
  viewPaintMs: number;
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
    await page.addInitScript({ content: noteShiftsAndPaints });
    await page.goto(path);
    await settled(page);
    return await page.evaluate(readFigures);
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything of it. */
const noteShiftsAndPaints = `
  globalThis.noted = { shift: 0, viewPaintMs: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) globalThis.noted.viewPaintMs = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
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
  const { shift, viewPaintMs } = (globalThis as unknown as { noted: Noted }).noted;
  return {
    firstPaintMs: Math.round(paint?.startTime ?? Number.NaN),
    viewPaintMs: Math.round(viewPaintMs),
    layoutShift: shift,
    scriptBytes: scripts
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  };
}
