import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startAllInOne } from '../../start/own-all-in-one.js';
import { startBrowser } from '../browser.js';
import { type Device, type Language, type Role, Visitor } from '../visitor.js';
import { invitedRoles } from '../invited.js';
import { type Screen, screens } from './screens.js';
import { viewsOf } from './walk.js';

/**
 * `npm run page:screens`: a picture of every view, for each role, on a desk and a phone, into .screens; names of screens
 * after `--` choose among them, `--readme` takes the four that the README shows. Of roles whom the demo's owners invite first it is whatever they get to
 * by links, as `as-<role>`; that can be asked for of the demo's own people as well. AJUDANT_URL names a running service with demo
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
const ofDemo: readonly Role[] = ['business', 'agency', 'assistant', 'administrator'];
const walked = forReadme
  ? []
  : chosen.length === 0
    ? invitedRoles
    : [...invitedRoles, ...ofDemo].filter((role) => chosen.includes(`as-${role}`));
const language = (process.env['AJUDANT_LANGUAGE'] ?? 'en') as Language;
const running = process.env['AJUDANT_URL'];
const own = running === undefined ? await startAllInOne({ AJUDANT_REQUESTS_PER_MINUTE: '0' }) : null;
const browser = await startBrowser();
try {
  await mkdir(forReadme ? 'docs/screens' : folder, { recursive: true });
  for (const { screen, device } of wanted) await take(screen, device);
  for (const as of walked) for (const device of ['desk', 'phone'] as const) await takeAll(as, device);
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
    await tell(visitor, `${name} (${device})`);
  } finally {
    await visitor.leave();
  }
}

/** Whatever somebody of a role gets to. */
async function takeAll(as: Role, device: Device): Promise<void> {
  const visitor = await Visitor.of(browser, running ?? own!.url, language, device);
  try {
    await visitor.signIn(as);
    for await (const name of viewsOf(visitor)) {
      await visitor.page.screenshot({ path: join(folder, `as-${as}.${name}.${device}.png`), fullPage: true });
      await tell(visitor, `as-${as}.${name} (${device})`);
    }
  } finally {
    await visitor.leave();
  }
}

async function tell(visitor: Visitor, what: string): Promise<void> {
  for (const fault of [...visitor.takeFaults(), ...(await visitor.barriers())]) console.log(`${what}: ${fault}`);
}

/** What is seen without scrolling, in few bytes. */
async function takeSmall(page: Page, path: string): Promise<void> {
  const chromium = await page.context().newCDPSession(page);
  const { data } = await chromium.send('Page.captureScreenshot', { format: 'webp', quality: 60 });
  await writeFile(path, Buffer.from(data, 'base64'));
}
