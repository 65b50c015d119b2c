import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startAllInOne } from '../../start/own-all-in-one.js';
import { startBrowser } from '../browser.js';
import { type Device, type Language, Visitor } from '../visitor.js';
import { type Screen, screens } from './screens.js';

/**
 * `npm run page:screens`: a picture of every view, for each role, on a desk and a phone, into .screens; names of screens
 * after `--` choose among them, `--readme` takes the four that the README shows. AJUDANT_URL names a running service with demo
 * data; without, one is started.
 */
const folder = '.screens';
const ofReadme: readonly (readonly [string, Device])[] = [
  ['ask', 'desk'],
  ['comparison', 'desk'],
  ['book', 'phone'],
  ['work', 'phone'],
];
const chosen = process.argv.slice(2).filter((argument) => argument !== '--readme');
const forReadme = process.argv.includes('--readme');
const wanted = forReadme
  ? ofReadme.map(([name, device]) => ({ screen: screens.find((each) => each.name === name)!, device }))
  : (['desk', 'phone'] as const).flatMap((device) =>
      screens
        .filter(({ name }) => chosen.length === 0 || chosen.some((part) => name.includes(part)))
        .map((screen) => ({ screen, device })),
    );
const language = (process.env['AJUDANT_LANGUAGE'] ?? 'en') as Language;
const running = process.env['AJUDANT_URL'];
const own = running === undefined ? await startAllInOne({ AJUDANT_REQUESTS_PER_MINUTE: '0' }) : null;
const browser = await startBrowser();
try {
  await mkdir(forReadme ? 'docs/screens' : folder, { recursive: true });
  for (const { screen, device } of wanted) await take(screen, device);
} finally {
  await browser.close();
  await own?.stop();
}

async function take({ name, as, path, until }: Screen, device: Device): Promise<void> {
  const visitor = await Visitor.of(browser, running ?? own!.url, language, device);
  try {
    if (as !== null) await visitor.signIn(as);
    await visitor.goTo(path);
    await until?.(visitor);
    if (forReadme) await takeSmall(visitor.page, join('docs/screens', `${name}.webp`));
    else await visitor.page.screenshot({ path: join(folder, `${name}.${device}.png`), fullPage: true });
    for (const fault of [...visitor.takeFaults(), ...(await visitor.barriers())])
      console.log(`${name} (${device}): ${fault}`);
  } finally {
    await visitor.leave();
  }
}

/** What is seen without scrolling, in few bytes. */
async function takeSmall(page: Page, path: string): Promise<void> {
  const chromium = await page.context().newCDPSession(page);
  const { data } = await chromium.send('Page.captureScreenshot', { format: 'webp', quality: 60 });
  await writeFile(path, Buffer.from(data, 'base64'));
}
