import type { Browser } from 'playwright-core';
import { daysFromNow } from '../../../apps/all-in-one/src/demo-data/index.js';
import { startBrowser } from '../browser.js';
import { looked } from './looked.js';
import { pageUrlVariable } from '../page-global-setup.js';
import { textsOf } from '../page-texts.js';
import { type Device, type Language, Visitor } from '../visitor.js';

const url = process.env[pageUrlVariable]!;
const cases: readonly (readonly [Language, Device, 'assistant' | 'business'])[] = [
  ['en', 'desk', 'business'],
  ['es', 'phone', 'business'],
  ['ca', 'desk', 'business'],
  ['en', 'phone', 'assistant'],
  ['ca', 'phone', 'assistant'],
];
const today = daysFromNow(0);

describe('the records of a business', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each(cases)('are filed with their paper, in %s on a %s, by the %s', async (language, device, role) => {
    const say = textsOf(language);
    const visitor = await Visitor.of(browser, url, language, device);
    const { page } = visitor;
    await visitor.signIn(role);
    await visitor.goTo('/records');
    await page.getByLabel(say('records.datedOn')).fill(today);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: `receipt-${language}-${role}.pdf`,
        mimeType: 'application/pdf',
        buffer: Buffer.from(`%PDF-1.4 ${language} ${role}`),
      });
    await page.getByRole('button', { name: `receipt-${language}-${role}.pdf` }).waitFor();
    await page.getByLabel(say('records.description')).fill(`Paper bags ${language} ${role}`);
    await page.getByLabel(/\(EUR\)/).fill('12.10');
    await page.getByRole('button', { name: say('records.file-it'), exact: true }).click();
    await page.getByText(`Paper bags ${language} ${role}`).first().waitFor();
    if (role === 'business') {
      await page.getByRole('heading', { name: say('records.missing') }).waitFor();
      await page.getByRole('heading', { name: say('records.pack') }).waitFor();
    }
    await looked(visitor);
    expect(visitor.takeFaults()).toEqual([]);
    await visitor.leave();
  });
});
