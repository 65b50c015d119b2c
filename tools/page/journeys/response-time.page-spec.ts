import type { Browser } from 'playwright-core';
import { startBrowser } from '../browser.js';
import { looked } from './looked.js';
import { pageUrlVariable } from '../page-global-setup.js';
import { textsOf } from '../page-texts.js';
import { type Device, type Language, Visitor } from '../visitor.js';

const url = process.env[pageUrlVariable]!;
const cases: readonly (readonly [Language, Device, 'agency' | 'business'])[] = [
  ['en', 'desk', 'business'],
  ['es', 'phone', 'business'],
  ['ca', 'desk', 'business'],
  ['en', 'phone', 'agency'],
  ['es', 'desk', 'agency'],
  ['ca', 'phone', 'agency'],
];
const told = `reference,openedAt,firstAnsweredAt
by-hand,2026-03-02T09:00:00Z,2026-03-02T09:30:00Z
broken,soon,`;

describe('how fast the customers of a business are answered', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each(cases)('is shown before and since, in %s on a %s, to the %s', async (language, device, role) => {
    const say = textsOf(language);
    const visitor = await Visitor.of(browser, url, language, device);
    const { page } = visitor;
    await visitor.signIn(role);
    await visitor.goTo('/response-time');
    await page.getByRole('img', { name: say('response-time.picture') }).waitFor();
    if (role === 'business') {
      await page.getByRole('img', { name: say('response-time.weeks-picture') }).waitFor();
      await page.getByRole('button', { name: say('response-time.in-figures') }).click();
      await page.getByText(say('response-time.nine-of-ten'), { exact: true }).waitFor();
      await page.locator('input[type=file]').setInputFiles({
        name: 'enquiries.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(told),
      });
      await page.getByRole('status').getByRole('listitem').waitFor();
      await connectAMailbox(visitor, language, say);
      await page.getByRole('button', { name: say('response-time.hours-save') }).click();
      await page.getByText(say('response-time.hours-saved')).waitFor();
    } else {
      expect(await page.getByRole('button', { name: say('response-time.hours-save') }).count()).toBe(0);
    }
    await looked(visitor);
    expect(visitor.takeFaults()).toEqual([]);
    await visitor.leave();
  });
});

/** One that nobody can read: why is said, and it is let go again. */
async function connectAMailbox({ page }: Visitor, language: Language, say: ReturnType<typeof textsOf>): Promise<void> {
  const user = `${language}@bakery.example`;
  await page.getByLabel(say('response-time.mailbox-host')).fill('127.0.0.1');
  await page.getByLabel(say('response-time.mailbox-user')).fill(user);
  await page.getByLabel(say('response-time.mailbox-password')).fill('a password for apps');
  await page.getByRole('button', { name: say('response-time.mailbox-connect') }).click();
  const mailbox = page.getByRole('article', { name: user });
  await mailbox.getByText(say('response-time.mailbox-failing'), { exact: true }).waitFor();
  await mailbox.getByRole('button', { name: say('response-time.mailbox-disconnect') }).click();
  await mailbox.waitFor({ state: 'detached' });
}
