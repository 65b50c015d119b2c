import { aWorkbook } from '#platform/testing';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { daysFromNow } from '../../../apps/all-in-one/src/demo-data/index.js';
import { startBrowser } from '../browser.js';
import { pageUrlVariable } from '../page-global-setup.js';
import { textsOf } from '../page-texts.js';
import { type Device, type Language, type Role, Visitor } from '../visitor.js';
import { looked } from './looked.js';

const url = process.env[pageUrlVariable]!;
const today = daysFromNow(0);

describe('a form that somebody fills in now and then', () => {
  let browser: Browser;
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const here = visitors.splice(0);
    for (const visitor of here) expect(visitor.takeFaults()).toEqual([]);
    for (const visitor of here) await visitor.leave();
  });

  /** One of the demo's people at the page, by the words of a language. */
  async function come(as: Role, language: Language, device: Device) {
    const visitor = await Visitor.of(browser, url, language, device);
    visitors.push(visitor);
    await visitor.signIn(as);
    const say = textsOf(language);
    const { page } = visitor;
    return {
      visitor,
      page,
      say,
      button: (id: string, inside: Pick<Page, 'getByRole'> = page) =>
        inside.getByRole('button', { name: say(id), exact: true }),
      label: (id: string, values?: Record<string, string | number>) => page.getByLabel(say(id, values)).first(),
    };
  }

  it('takes a way in one’s own vehicle into the books, and its change', async () => {
    const { visitor, page, say, button, label } = await come('business', 'es', 'phone');
    const words = `Mercado ${randomUUID().slice(0, 8)}`;
    await visitor.goTo('/records');
    await label('records.kind').selectOption('mileage');
    await label('records.datedOn').fill(today);
    await label('records.description').fill(words);
    await label('records.kilometres').fill('42');
    await looked(visitor);
    await button('records.file-it').click();
    const entry = page.getByRole('article').filter({ hasText: words }).first();
    await button('records.change', entry).click();
    await entry.getByLabel(say('records.kilometres')).fill('24');
    await button('records.save-change', entry).click();
    await button('records.save-change', entry).waitFor({ state: 'detached' });
    await looked(visitor);
  });

  it('says which column of a bank’s statement is what, and takes its lines', async () => {
    const { visitor, page, say, button, label } = await come('business', 'ca', 'desk');
    await visitor.goTo('/records');
    await label('records.source').fill(`Caixa ${randomUUID().slice(0, 8)}`);
    await page.locator('input[type=file][accept*=".ofx"]').setInputFiles({
      name: 'moviments.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Dia;Quant;Per a què\n${today};-12,40;Paper ${randomUUID().slice(0, 8)}\n`),
    });
    const column = (id: string) => page.getByRole('combobox', { name: say(id), exact: true }).last();
    await column('records.column-date').selectOption('Dia');
    await column('records.column-amount').selectOption('Quant');
    await column('records.column-description').selectOption('Per a què');
    await label('records.date-order').selectOption('ymd');
    await looked(visitor);
    await button('records.look').click();
    await page.getByRole('button', { name: say('records.take-lines', { count: 1 }), exact: true }).click();
    await page.getByText(say('records.has-taken', { taken: 1, known: 0, rejected: 0 })).waitFor();
    await looked(visitor);
  });

  it('makes a key for a program, which is shown once, and ends it', async () => {
    const { visitor, page, say, button, label } = await come('business', 'en', 'desk');
    const name = `Till ${randomUUID().slice(0, 8)}`;
    await visitor.goTo('/account');
    await label('account.key-name').fill(name);
    await label('account.key-scopes').fill('bookings:read');
    await page.keyboard.press('Enter');
    await button('account.key-make').click();
    await page
      .getByRole('status')
      .filter({ hasText: say('account.key-made', { key: '' }).trim() })
      .waitFor();
    await looked(visitor);
    const key = page.locator('.mantine-Card-root').filter({ hasText: name });
    await button('account.key-end', key).click();
    await visitor.lookAway();
    await key.waitFor({ state: 'detached' });
  });

  it('disputes an invoice, both sides have their say, and an administrator settles it', async () => {
    const business = await come('business', 'ca', 'phone');
    await business.visitor.goTo('/invoices');
    // Another one than the views of all roles look at.
    await business.page.locator('main [role=listitem] a[href^="/invoices/"]').nth(1).click();
    await business.visitor.settled('**/invoices/*');
    await business.page.getByRole('link', { name: business.say('disputes.dispute-it') }).click();
    await business.visitor.settled('**/disputes/new?*');
    await business.label('disputes.why-open').fill('Falten dos lliuraments.');
    await business.page.getByRole('radio', { name: business.say('disputes.choose-in-part') }).check();
    await business.label('disputes.keeps', { unit: 'EUR' }).fill('1');
    await looked(business.visitor);
    await business.button('disputes.open').click();
    await business.page.waitForURL(/\/disputes\/[0-9a-f-]{36}$/);
    await looked(business.visitor);
    const dispute = new URL(business.page.url()).pathname;

    const agency = await come('agency', 'es', 'desk');
    const says = async (side: typeof agency, words: string): Promise<void> => {
      await side.visitor.goTo(dispute);
      await side.label('disputes.your-view').fill(words);
      await looked(side.visitor);
      await side.button('disputes.send').click();
      await side.button('disputes.send').waitFor({ state: 'detached' });
    };
    await says(agency, 'Están en la carpeta.');
    await business.visitor.goTo('/disputes');
    await says(business, 'No hi són.');

    const administrator = await come('administrator', 'en', 'phone');
    await administrator.visitor.goTo(dispute);
    await administrator.page.getByRole('radio', { name: administrator.say('disputes.choose-stands') }).check();
    await administrator.label('disputes.why').fill('The folder holds them.');
    await looked(administrator.visitor);
    await administrator.button('disputes.settle').click();
    await administrator.page.getByRole('heading', { name: administrator.say('disputes.outcome') }).waitFor();
  });

  it('asks for unused money back, and thinks better of it', async () => {
    const { visitor, page, button, label } = await come('business', 'es', 'desk');
    await visitor.goTo('/money');
    await label('money.refund-amount', { currency: 'EUR' }).fill('1');
    await label('invoices.holder').fill('Forn Cal Tià');
    await label('invoices.iban').fill('ES9121000418450200051332');
    await looked(visitor);
    const withdraw = button('money.withdraw-refund');
    const before = await withdraw.count();
    await button('money.ask-refund').click();
    await page.waitForFunction(
      ([text, more]) =>
        [...(globalThis as unknown as Surroundings).document.querySelectorAll('button')].filter(
          ({ textContent }) => textContent === text,
        ).length === more,
      [textsOf('es')('money.withdraw-refund'), before + 1] as const,
    );
    await withdraw.first().click();
    await visitor.lookAway();
    await visitor.settled();
  });

  it('notes what a register said of a VAT id', async () => {
    const business = await come('business', 'ca', 'desk');
    await business.visitor.goTo('/settings');
    await business.label('settings.vatId').fill('ESB58378431');
    await business.button('settings.save').click();
    await business.visitor.settled();
    const administrator = await come('administrator', 'es', 'phone');
    await administrator.visitor.goTo('/admin/businesses');
    const card = administrator.page.getByRole('listitem').filter({ hasText: 'Cal Tià' }).first();
    await card.getByLabel(administrator.say('administration.vat-reference')).fill('WAPIAAAAX');
    await looked(administrator.visitor);
    await administrator.button('settings.vat-valid', card).click();
    await card.getByText(administrator.say('settings.vat-valid'), { exact: true }).first().waitFor();
    await administrator.visitor.settled();
  });

  it('takes a roster that is dropped, once its cells are put right where they stand', async () => {
    const { visitor, page, say, button } = await come('agency', 'ca', 'desk');
    const reference = `R-${randomUUID().slice(0, 8)}`;
    const columns =
      'externalRef,displayName,professionalTitle,countryCode,timeZone,hourlyRate,currency,languages,weeklyHours';
    const cells = [
      reference,
      'Ona Prat',
      'online assistant',
      'ES',
      'Europe/Madird',
      '17',
      'EUR',
      'ca:C2',
      'Mon-Fri 09:00-13:00',
    ];
    await visitor.goTo('/roster');
    const dropped = await page.evaluateHandle(fileToDrop, {
      name: 'roster.csv',
      text: `${columns}\n${cells.join(',')}\n`,
    });
    await button('roster.import').dispatchEvent('drop', { dataTransfer: dropped });
    const cell = page.getByLabel(`${say('roster.line')} 2, timeZone`);
    await cell.fill('Europe/Madrid');
    await looked(visitor);
    await button('roster.try-again').click();
    await page.getByText(say('roster.would-be', { created: 1, updated: 0, unchanged: 0, rejected: 0 })).waitFor();
    await button('roster.take-in').click();
    await page.getByText(say('roster.report', { created: 1, updated: 0, unchanged: 0, rejected: 0 })).waitFor();
    await looked(visitor);
  });

  it('puts cells of a workbook right where they stand, and says what isn’t taken at all', async () => {
    const { visitor, page, say, button } = await come('agency', 'es', 'phone');
    await visitor.goTo('/roster');
    const picture = await page.evaluateHandle(fileToDrop, { name: 'team.png', text: 'no roster' });
    await button('roster.import').dispatchEvent('drop', { dataTransfer: picture });
    await page
      .getByRole('alert')
      .filter({ hasText: say('files.refused-kind', { name: 'team.png', kinds: 'CSV, TSV, TXT y XLSX' }) })
      .waitFor();
    await looked(visitor);
    const reference = `X-${randomUUID().slice(0, 8)}`;
    const workbook = await aWorkbook([
      ['externalRef', 'displayName', 'professionalTitle', 'countryCode', 'timeZone', 'hourlyRate', 'currency'],
      [],
      [reference, 'Pau Vidal', 'virtual assistant', 'ES', 'Europe/Madrid', 'cheap', 'EUR'],
    ]);
    await page.locator('input[type=file]').setInputFiles({
      name: 'team.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: workbook,
    });
    await page.getByLabel(`${say('roster.line')} 3, hourlyRate`).fill('16.5');
    await button('roster.try-again').click();
    await page.getByText(say('roster.would-be', { created: 1, updated: 0, unchanged: 0, rejected: 0 })).waitFor();
    await button('roster.take-in').click();
    await page.getByText(say('roster.report', { created: 1, updated: 0, unchanged: 0, rejected: 0 })).waitFor();
  });

  it('finds an agency and whom it lists, whose hours stand by both clocks', async () => {
    const { visitor, page, say } = await come('business', 'en', 'phone');
    await visitor.goTo('/assistants?duty=receipt-capture');
    await page.getByRole('link', { name: say('directory.to-agencies') }).click();
    await looked(visitor, '**/agencies');
    await page.getByRole('link', { name: 'Mediterrània Assistents' }).click();
    await looked(visitor, '**/agencies/*');
    await page.getByRole('link', { name: 'Gerard Bosch' }).click();
    await visitor.settled('**/assistants/*');
    await page.getByRole('columnheader', { name: say('words.clock-of', { place: 'Lisbon' }) }).waitFor();
    await page.getByRole('cell', { name: '09:00–18:00' }).first().waitFor();
    await page.getByRole('cell', { name: '08:00–17:00' }).first().waitFor();
    await looked(visitor);
  });

  it('decides what is taken of an agency’s work from a day on', async () => {
    const { visitor, page, say, button, label } = await come('administrator', 'ca', 'desk');
    await visitor.goTo('/admin/agencies');
    const card = page.getByRole('listitem').first();
    await button('money.commission', card).click();
    await label('administration.commission-share').fill('9.5');
    await looked(visitor);
    await button('administration.commission-decide', card).click();
    await card.getByText(say('words.saved')).waitFor();
  });
});

/** Runs in the page: what a pointer carries that drops a file. */
function fileToDrop({ name, text }: { readonly name: string; readonly text: string }): object {
  const { DataTransfer, File } = globalThis as unknown as {
    readonly DataTransfer: new () => { readonly items: { add(file: object): void } };
    readonly File: new (parts: string[], name: string) => object;
  };
  const carried = new DataTransfer();
  carried.items.add(new File([text], name));
  return carried;
}

interface Surroundings {
  readonly document: { querySelectorAll(selector: string): Iterable<{ readonly textContent: string }> };
}
