import type { Browser } from 'playwright-core';

const directory = { rows: 5_000, aPage: 200 } as const;

interface Scrolling {
  readonly rows: number;
  readonly framesPerSecond: number;
  /** The longest time between two frames. */
  readonly longestMs: number;
}

/** Frames while somebody scrolls through a directory of 5,000, which is made up on the way to the browser. */
export async function framesWhileScrolling(browser: Browser, url: string): Promise<Scrolling> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 }, locale: 'en' });
  try {
    const page = await context.newPage();
    await page.route('**/v1/assistants/published?**', async (route) => answer(route));
    await page.route('**/v1/assistants/published', async (route) => answer(route));
    await page.goto('/assistants');
    await page.getByRole('listitem').first().waitFor();
    const { frames, ms, longestMs } = await page.evaluate(scrollToTheEnd, `Assistant ${directory.rows - 1}`);
    return {
      rows: directory.rows,
      framesPerSecond: Math.round((1000 * frames) / ms),
      longestMs: Math.round(longestMs),
    };
  } finally {
    await context.close();
  }
}

async function answer(route: Parameters<Parameters<import('playwright-core').Page['route']>[1]>[0]): Promise<void> {
  const from = Number(new URL(route.request().url()).searchParams.get('after') ?? 0);
  const items = Array.from({ length: directory.aPage }, (_, place) => assistant(from + place));
  const next = from + directory.aPage < directory.rows ? String(from + directory.aPage) : null;
  await route.fulfill({ json: { items, next } });
}

const assistant = (number: number): object => ({
  id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  displayName: `Assistant ${number}`,
  professionalTitle: 'virtual assistant',
  agencyId: '00000000-0000-7000-8000-000000000000',
  agencyName: 'An agency',
  countryCode: 'ES',
  timeZone: 'Europe/Madrid',
  weeklyHours: [],
  weeklyCapacityMinutes: 1_200,
  skills: [],
  dutyCodes: ['inbox-triage', 'receipt-capture'],
  languages: [],
  hourlyRate: { amountMinor: 1_500 + number, currency: 'EUR' },
  instantBooking: number % 2 === 0,
  listedAt: '2026-01-01T00:00:00Z',
});

/** Runs in the page: 400 pixels a frame, until the last row is there; each of the 5,000 was on the way. */
function scrollToTheEnd(lastRow: string): Promise<{ frames: number; ms: number; longestMs: number }> {
  const { document, scrollBy, requestAnimationFrame } = globalThis as unknown as {
    readonly document: {
      readonly documentElement: {
        readonly scrollHeight: number;
        readonly scrollTop: number;
        readonly clientHeight: number;
      };
      readonly body: { readonly textContent: string };
    };
    readonly scrollBy: (x: number, y: number) => void;
    readonly requestAnimationFrame: (frame: (at: number) => void) => void;
  };
  return new Promise((resolve) => {
    let [frames, began, before, longestMs] = [0, 0, 0, 0];
    const frame = (at: number): void => {
      if (began === 0) began = at;
      else longestMs = Math.max(longestMs, at - before);
      before = at;
      frames += 1;
      scrollBy(0, 400);
      const { scrollHeight, scrollTop, clientHeight } = document.documentElement;
      // At the end of what was read so far the next rows are still on their way.
      const isAtEnd = scrollTop + clientHeight >= scrollHeight - 2 && document.body.textContent.includes(lastRow);
      if (isAtEnd) resolve({ frames, ms: at - began, longestMs });
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
