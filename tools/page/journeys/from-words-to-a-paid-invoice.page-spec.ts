import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { daysFromNow } from '../../../apps/all-in-one/src/demo-data/index.js';
import { startBrowser } from '../browser.js';
import { pageUrlVariable } from '../page-global-setup.js';
import { textsOf } from '../page-texts.js';
import { type Device, type Language, Visitor } from '../visitor.js';
import { askForHelp } from './ask-for-help.js';
import { chooseTwoHours } from './free-hours.js';
import { looked } from './looked.js';
import { payByCard } from './pay-by-card.js';

const url = process.env[pageUrlVariable]!;
type Cast = Readonly<Record<'business' | 'agency' | 'assistant' | 'administrator', readonly [Language, Device]>> & {
  readonly paysBy: 'transfer' | 'card';
};
/** Who reads what language, on what: over both, each of them is on a desk and a phone. */
const casts: readonly Cast[] = [
  {
    business: ['ca', 'phone'],
    agency: ['es', 'desk'],
    assistant: ['en', 'phone'],
    administrator: ['ca', 'desk'],
    paysBy: 'transfer',
  },
  {
    business: ['en', 'desk'],
    agency: ['ca', 'phone'],
    assistant: ['es', 'desk'],
    administrator: ['en', 'phone'],
    paysBy: 'card',
  },
];

/** One of them at the page, who does things by their words. */
async function someone(browser: Browser, [language, device]: readonly [Language, Device]) {
  const say = textsOf(language);
  const visitor = await Visitor.of(browser, url, language, device);
  const { page } = visitor;
  return {
    language,
    say,
    visitor,
    page,
    button: (id: string) => page.getByRole('button', { name: say(id), exact: true }),
    fill: (id: string, value: string) => page.getByLabel(say(id), { exact: true }).first().fill(value),
    /** What comes by itself, without anybody loading the page anew. */
    reads: (id: string) => page.getByText(say(id), { exact: true }).first().waitFor(),
  };
}
type Someone = Awaited<ReturnType<typeof someone>>;

/** Needs are open to the agencies that are asked. */
async function invite(business: Someone, agencyName: string): Promise<void> {
  const ask = business.page.getByRole('button', { name: business.say('shortlist.invite'), exact: true });
  const card = business.page.locator('.mantine-Card-root').filter({ hasText: agencyName }).filter({ has: ask }).first();
  const sent = business.page.waitForResponse((answer) => answer.url().endsWith('/invitations') && answer.ok());
  await card.getByRole('button', { name: business.say('shortlist.invite'), exact: true }).click();
  await sent;
}

/** Her with what she would streamline; what it comes to is said before it is sent. */
async function propose(agency: Someone, needId: string, assistant: string): Promise<void> {
  await agency.visitor.goTo(`/open-needs/${needId}`);
  await agency.page.getByLabel(agency.say('open-needs.who')).first().click();
  await agency.page.getByRole('option', { name: assistant }).click();
  await agency.page.getByRole('status').filter({ hasText: '€' }).waitFor();
  await agency.button('open-needs.suggest').click();
  await agency.fill('suggestions.answer', 'One folder for all receipts');
  for (const part of ['baseline', 'expectedEffect', 'measure']) await agency.fill(`suggestions.${part}`, 'As they say');
  await looked(agency.visitor);
  await agency.button('open-needs.propose').click();
  await agency.reads('open-needs.proposed');
}

/** What became of a proposal, and that the need takes no more. */
async function looksBack(agency: Someone, needId: string): Promise<void> {
  await agency.visitor.goTo('/proposals');
  await looked(agency.visitor);
  await agency.page.locator(`main a[href="/open-needs/${needId}"]`).click();
  await agency.visitor.settled(`**/open-needs/${needId}`);
  await agency.page.getByText(agency.say('proposals.status-accepted'), { exact: true }).waitFor();
  expect(await agency.page.getByLabel(agency.say('open-needs.who')).count()).toBe(0);
  await looked(agency.visitor);
}

/** Its terms of invoicing, which the business finds marked in the text. */
async function writeTerms(agency: Someone, business: Someone, agreement: string): Promise<void> {
  await agency.visitor.goTo(`${agreement}/terms`);
  await agency.fill('agreements.to-pay', '7');
  await agency.button('agreement-terms.reminder-add').click();
  await agency.fill('agreement-terms.reminder-after', '5');
  await agency.fill('agreement-terms.reminder-fee', '12.5');
  await looked(agency.visitor);
  await agency.button('agreement-terms.propose').click();
  await agency.page.waitForURL(`**${agreement}`);
  await business.visitor.goTo(agreement);
  await business.page.locator('ins', { hasText: business.say('agreements.days-to-pay', { days: 7 }) }).waitFor();
  await business.page.locator('ins', { hasText: /12[.,]50/ }).waitFor();
}

async function sign(party: Someone, agreement: string): Promise<void> {
  if (new URL(party.page.url()).pathname !== agreement) await party.visitor.goTo(agreement);
  await party.button('agreements.sign').waitFor();
  await looked(party.visitor);
  await party.button('agreements.sign').click();
  await party.button('agreements.sign').waitFor({ state: 'detached' });
}

/** The hours are held first, and confirmed. */
async function bookHours(business: Someone, agreement: string): Promise<void> {
  await business.visitor.goTo(`${agreement}/book`);
  await chooseTwoHours(business.page, 2, business.say('bookings.week-after'));
  await looked(business.visitor);
  await business.button('bookings.hold').click();
  await business.page.waitForURL('**/bookings/*');
  await business.button('bookings.confirm').click();
  await business.reads('bookings.status-confirmed');
  await looked(business.visitor);
}

/** What falls due is planned a moment after both have signed. */
async function reportDone(assistant: Someone, business: string): Promise<void> {
  await assistant.visitor.goTo('/work');
  const run = assistant.page.getByRole('article').filter({ hasText: business }).first();
  while ((await run.count()) === 0) {
    await assistant.page.reload();
    await assistant.visitor.settled();
  }
  await run.getByRole('button', { name: assistant.say('work.report'), exact: true }).click();
  await run.getByLabel(assistant.say('work.took')).fill('90');
  await run.getByLabel(assistant.say('work.evidence'), { exact: true }).fill('The list is in the shared folder');
  await looked(assistant.visitor);
  await run.getByRole('button', { name: assistant.say('work.done'), exact: true }).click();
  await run.getByRole('button', { name: assistant.say('work.done'), exact: true }).waitFor({ state: 'detached' });
}

async function acceptByKeys(business: Someone): Promise<void> {
  const { page, visitor } = business;
  await page.locator('[data-in-hand]').waitFor();
  await looked(visitor);
  await page.keyboard.press('5');
  await page.keyboard.press('a');
  const sent = page.waitForResponse((answer) => answer.url().endsWith('/acceptance') && answer.ok());
  await visitor.lookAway();
  await sent;
}

async function charge(agency: Someone, business: string): Promise<void> {
  await agency.visitor.goTo('/invoices');
  const issue = agency.page.getByRole('button', { name: agency.say('invoices.issue'), exact: true });
  const card = agency.page.locator('.mantine-Card-root').filter({ hasText: business }).filter({ has: issue });
  await card.waitFor();
  await looked(agency.visitor);
  await card.getByRole('button', { name: agency.say('invoices.issue'), exact: true }).click();
  await agency.page.getByRole('listitem').filter({ hasText: business }).first().waitFor();
}

interface Due {
  readonly id: string;
  readonly total: { readonly amountMinor: number };
  readonly payment: { readonly reference: string };
}

async function takeStatement(administrator: Someone, { total, payment }: Due): Promise<void> {
  await administrator.visitor.goTo('/admin/money');
  const columns = 'bookedOn;amount;currency;bankReference;payerName;payerIban;remittance';
  const line = [
    daysFromNow(0),
    (total.amountMinor / 100).toFixed(2),
    'EUR',
    randomUUID(),
    'Forn',
    '',
    payment.reference,
  ];
  await administrator.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'bank.csv', mimeType: 'text/csv', buffer: Buffer.from(`${columns}\n${line.join(';')}`) });
  await administrator.page
    .getByText(administrator.say('money.report', { assigned: 1, unassigned: 0, known: 0, passedOver: 0 }))
    .waitFor();
  await looked(administrator.visitor);
}

describe('from plain words to a paid invoice', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each(casts)('goes through all hands without a fault or a barrier: %j', async (cast) => {
    const name = `Forn ${randomUUID().slice(0, 8)}`;
    const business = await someone(browser, cast.business);
    const agency = await someone(browser, cast.agency);
    const assistant = await someone(browser, cast.assistant);
    const administrator = await someone(browser, cast.administrator);

    await askForHelp(business.visitor, {
      language: business.language,
      trouble: 'receipts',
      business: name,
      startsOn: daysFromNow(0),
      endsOn: daysFromNow(27),
      inLanguage: 'en',
    });
    await business.page.getByRole('heading', { name: business.say('shortlist.title') }).waitFor();
    await business.button('shortlist.again').click();
    await business.visitor.settled();
    const needId = new URL(business.page.url()).pathname.split('/').at(-1)!;

    await Promise.all([agency.visitor.signIn('agency'), assistant.visitor.signIn('assistant')]);
    const me = (await (await assistant.page.request.get('/v1/me')).json()) as { displayName: string };
    const { organisationId } = (await (await agency.page.request.get('/v1/me')).json()) as { organisationId: string };
    const { name: agencyName } = (await (await agency.page.request.get(`/v1/agencies/${organisationId}`)).json()) as {
      name: string;
    };
    await invite(business, agencyName);
    await propose(agency, needId, me.displayName);

    await agency.visitor.goTo('/agreements');
    // The proposal comes to who looks at the need.
    await business.page.getByRole('checkbox', { name: business.say('suggestions.adopt') }).click();
    await business.page.getByRole('checkbox', { name: business.say('suggestions.adopted') }).waitFor();
    await looked(business.visitor);
    await business.button('proposals.accept').click();
    await business.page.waitForURL('**/agreements/*');
    const agreement = new URL(business.page.url()).pathname;
    await looksBack(agency, needId);
    await writeTerms(agency, business, agreement);
    await sign(business, agreement);
    await sign(agency, agreement);

    await bookHours(business, agreement);
    await business.visitor.goTo('/work');
    await reportDone(assistant, name);
    await acceptByKeys(business);
    await charge(agency, name);

    const { items } = (await (await business.page.request.get('/v1/invoices')).json()) as { items: Due[] };
    expect(items).toHaveLength(1);
    await business.visitor.goTo(`/invoices/${items[0]!.id}`);
    await business.reads('invoices.how-to-pay');
    await looked(business.visitor);

    await administrator.visitor.signIn('administrator');
    if (cast.paysBy === 'transfer') await takeStatement(administrator, items[0]!);
    else await payByCard(business.visitor, business.language, { path: `/invoices/${items[0]!.id}` });
    await business.page.getByText(business.say('invoices.paid', { on: '' }).trim()).waitFor();

    for (const { visitor } of [business, agency, assistant, administrator]) {
      expect(visitor.takeFaults()).toEqual([]);
      await visitor.leave();
    }
  });
});
