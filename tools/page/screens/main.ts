import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startAllInOne } from '../../start/own-all-in-one.js';
import { startBrowser } from '../browser.js';
import { type Device, type Language, Visitor } from '../visitor.js';
import { type Screen, screens } from './screens.js';

/**
 * `npm run page:screens`: a picture of every view, for each role, on a desk and a phone, into .screens; names of screens
 * after `--` choose among them. AJUDANT_URL names a running service with demo data; without, one is started.
 */
const folder = '.screens';
const chosen = process.argv.slice(2);
const wanted = screens.filter(({ name }) => chosen.length === 0 || chosen.some((part) => name.includes(part)));
const language = (process.env['AJUDANT_LANGUAGE'] ?? 'en') as Language;
const running = process.env['AJUDANT_URL'];
const own = running === undefined ? await startAllInOne({ AJUDANT_REQUESTS_PER_MINUTE: '0' }) : null;
const browser = await startBrowser();
try {
  await mkdir(folder, { recursive: true });
  for (const device of ['desk', 'phone'] as const) {
    for (const screen of wanted) await take(screen, device);
  }
} finally {
  await browser.close();
  await own?.stop();
}

async function take({ name, as, path, until }: Screen, device: Device): Promise<void> {
  const visitor = await Visitor.of(browser, running ?? own!.url, language, device);
  try {
    if (as !== null) await signIn(visitor, as);
    await visitor.page.goto(path);
    await visitor.page.waitForLoadState('networkidle');
    if (until !== undefined) await until(visitor.page);
    await visitor.page.screenshot({ path: join(folder, `${name}.${device}.png`), fullPage: true });
    for (const fault of [...visitor.takeFaults(), ...(await visitor.barriers())])
      console.log(`${name} (${device}): ${fault}`);
  } finally {
    await visitor.leave();
  }
}

async function signIn({ page }: Visitor, as: NonNullable<Screen['as']>): Promise<void> {
  await page.goto('/sign-in');
  await page.getByTestId(`demo-${as}`).click();
  await page.waitForURL('**/home');
}
