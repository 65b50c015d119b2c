import type { Page } from 'playwright-core';
import { atADesk } from '../at-a-desk.js';
import { textsOf } from '../page-texts.js';
import type { Visitor } from '../visitor.js';
import { looked } from './looked.js';

const say = textsOf('en');

let visitor: Visitor;
let page: Page;
atADesk(async (one) => {
  visitor = one;
  page = one.page;
  await one.signIn('business');
});

describe('somebody without a mouse', () => {
  it('begins each view at what it is about, behind what stands on all of them', async () => {
    await page.reload();
    await visitor.settled();
    await page.keyboard.press('Tab');
    expect(await page.locator('main :focus').count()).toBe(1);
    // Whoever goes back from there gets by with one link.
    expect(await page.locator('a.skip-link').getAttribute('href')).toBe('#content');
    expect(await page.locator('main#content').count()).toBe(1);
  });

  it('goes through what was done, says how well, gives it back or accepts it, and can undo that', async () => {
    await visitor.goTo('/work');
    const runs = page.getByRole('article').filter({ has: page.getByRole('button', { name: say('work.accept') }) });
    const many = await runs.count();
    expect(many).toBeGreaterThan(0);
    const placeInHand = async (): Promise<number> => {
      const inHand = await runs.evaluateAll((all) => all.map((run) => (run as unknown as Marked).dataset['inHand']));
      return inHand.indexOf('true');
    };
    expect(await placeInHand()).toBe(0);
    await page.keyboard.press('j');
    expect(await placeInHand()).toBe(Math.min(1, many - 1));
    await page.keyboard.press('k');
    expect(await placeInHand()).toBe(0);

    const first = runs.first();
    await page.keyboard.press('r');
    const reason = first.getByLabel(say('work.why-back'));
    await reason.waitFor();
    expect(await reason.evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.keyboard.press('a');
    expect(await reason.inputValue()).toBe('a');
    await looked(visitor);
    await page.reload();
    await visitor.settled();

    await page.keyboard.press('4');
    expect(await first.getByRole('radio', { name: say('work.quality', { value: 4 }) }).isChecked()).toBe(true);
    await page.keyboard.press('a');
    await page.getByRole('button', { name: say('words.undo') }).click();
    await runs.first().waitFor();
    expect(await runs.count()).toBe(many);
  });
});

interface Marked {
  readonly dataset: Readonly<Record<string, string | undefined>>;
}

describe('on paper', () => {
  it.each(['agreements', 'invoices'])(
    'one of the %s says what it says, and nothing of where one can go',
    async (kind) => {
      await visitor.goTo(`/${kind}`);
      await page.locator(`main [role=listitem] a[href^="/${kind}/"]`).first().click();
      await visitor.settled(`**/${kind}/*`);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('main h1').isVisible()).toBe(true);
      expect(await page.locator('main table').first().isVisible()).toBe(true);
      for (const one of await page.locator('.not-printed, nav').all()) expect(await one.isVisible()).toBe(false);
      const paper = await page.pdf({ format: 'A4' });
      expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
      await page.emulateMedia({ media: 'screen' });
    },
  );

  it('who answers for what stands alone, without a script', async () => {
    await visitor.goTo('/agreements');
    const address = await page.locator('main [role=listitem] a[href^="/agreements/"]').first().getAttribute('href');
    const matrix = await page.request.get(`/v1${address}/responsibilities.html?language=ca`);
    const html = await matrix.text();
    const sheet = await page.context().newPage();
    await sheet.setContent(html);
    await sheet.emulateMedia({ media: 'print' });
    expect(await sheet.locator('table').first().isVisible()).toBe(true);
    expect(html).not.toContain('<script');
    await sheet.close();
  });
});

afterAll(() => expect(visitor.takeFaults()).toEqual([]));
