import { startAllInOne } from '../../start/own-all-in-one.js';
import { startBrowser } from '../browser.js';
import { firstPostedNeed, signInAsBusiness } from './demo-business.js';
import { figuresOfFirstView } from './first-view.js';
import { framesWhileScrolling } from './scrolling.js';

/**
 * `npm run page:figures`: first paint with the processor slowed four times, layout shift and script of the first views, each with nothing
 * in the cache, and frames while scrolling 5,000 rows. What is beyond its limit is said, and is a failure. AJUDANT_URL names a running service with demo
 * data; without, one is started.
 */
const limits = { firstPaintMs: 1_000, layoutShift: 0.05, scriptKb: 250, framesPerSecond: 60 } as const;
const missed: string[] = [];
const running = process.env['AJUDANT_URL'];
const own = running === undefined ? await startAllInOne({ AJUDANT_REQUESTS_PER_MINUTE: '0' }) : null;
const url = running ?? own!.url;
const slowedTimes = 4;
const browser = await startBrowser();
try {
  const need = await firstPostedNeed(browser, url);
  const views: readonly (readonly [string, string, boolean])[] = [
    ['question', '/', false],
    ['home', '/home', true],
    ['shortlist', `/needs/${need}`, true],
  ];
  for (const [name, path, signedIn] of views) {
    const prepare = signedIn ? { prepare: signInAsBusiness } : {};
    const { firstPaintMs, viewPaintMs, layoutShift, scriptBytes } = await figuresOfFirstView(browser, url, path, {
      slowedTimes,
      ...prepare,
    });
    console.log(
      `${name.padEnd(10)} first paint ${firstPaintMs} ms, the view ${viewPaintMs} ms (processor slowed ${slowedTimes} times), ` +
        `layout shift ${layoutShift.toFixed(3)}, ${Math.round(scriptBytes / 1024)} KB of compressed script`,
    );
    if (firstPaintMs > limits.firstPaintMs) missed.push(`${name}: first paint above ${limits.firstPaintMs} ms`);
    if (layoutShift > limits.layoutShift) missed.push(`${name}: layout shift above ${limits.layoutShift}`);
    if (scriptBytes > limits.scriptKb * 1024) missed.push(`${name}: above ${limits.scriptKb} KB of script`);
  }
  const { rows, framesPerSecond, longestMs } = await framesWhileScrolling(browser, url);
  console.log(
    `directory  ${framesPerSecond} frames a second while scrolling ${rows} rows, the longest took ${longestMs} ms`,
  );
  if (framesPerSecond < limits.framesPerSecond)
    missed.push(`directory: fewer than ${limits.framesPerSecond} frames a second`);
  for (const miss of missed) console.error(miss);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await own?.stop();
}
