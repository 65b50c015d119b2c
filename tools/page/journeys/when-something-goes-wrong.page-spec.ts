import type { Browser, Locator, Page, Request } from 'playwright-core';
import { startBrowser } from '../browser.js';
import { pageUrlVariable } from '../page-global-setup.js';
import { textsOf } from '../page-texts.js';
import { Visitor } from '../visitor.js';
import { chooseTwoHours } from './free-hours.js';

const url = process.env[pageUrlVariable]!;
const say = textsOf('en');
const business = { email: 'tia@caltia.example', password: 'ajudant-demo-2026' };

/** The same person from elsewhere, who knows nothing of the page. */
async function elsewhere(method: string, path: string, body: object, etag = '*'): Promise<Response> {
  const signedIn = await fetch(`${url}/v1/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(business),
  });
  const { accessToken } = (await signedIn.json()) as { accessToken: string };
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json', 'if-match': etag };
  return fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
}

describe('when something goes wrong at the page', () => {
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    visitor = await Visitor.of(browser, url, 'en', 'desk');
    page = visitor.page;
    await visitor.signIn('business');
  });
  afterEach(() => visitor.leave());

  const button = (id: string) => page.getByRole('button', { name: say(id), exact: true });
  const postedNeed = (): Locator =>
    page
      .getByRole('listitem')
      .filter({ hasText: say('needs.status-posted') })
      .getByRole('link')
      .first();
  /** Two hours that are free, of the first agreement in force. */
  async function chooseHours(weekday: number): Promise<void> {
    await visitor.goTo('/agreements');
    await page.getByRole('listitem').getByRole('link').first().click();
    await page.getByRole('link', { name: say('agreements.book') }).click();
    await page.waitForURL('**/book');
    await chooseTwoHours(page, weekday, say('bookings.week-after'));
  }
  const bookingsSent = (): Request[] => {
    const sent: Request[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && new URL(request.url()).pathname === '/v1/bookings') sent.push(request);
    });
    return sent;
  };
  const keysOf = (requests: readonly Request[]): Set<string | undefined> =>
    new Set(requests.map((request) => request.headers()['idempotency-key']));

  it('does once what is clicked twice', async () => {
    await chooseHours(2);
    const sent = bookingsSent();
    await button('bookings.book-at-once').dblclick();
    await page.waitForURL('**/bookings/*');
    await page.getByText(say('bookings.status-confirmed')).waitFor();
    expect(keysOf(sent).size).toBe(1);
  });

  it('asks again with the same key where no answer came, and gets the answer to what was done', async () => {
    await chooseHours(4);
    const sent = bookingsSent();
    await page.route(
      '**/v1/bookings',
      async (route) => {
        await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
    await button('bookings.book-at-once').click();
    await page.getByText(say('problems.network')).waitFor();
    await button('bookings.book-at-once').click();
    await page.waitForURL('**/bookings/*');
    await page.getByText(say('bookings.status-confirmed')).waitFor();
    expect(sent).toHaveLength(2);
    expect(keysOf(sent).size).toBe(1);
  });

  it('shows what somebody else changed meanwhile, and keeps what was written', async () => {
    await visitor.goTo('/settings');
    await page.getByLabel(say('settings.registrationNumber')).fill('B-2026');
    const { organisationId } = (await (await page.request.get('/v1/me')).json()) as { organisationId: string };
    const sector = `bakery ${Date.now()}`;
    expect((await elsewhere('PATCH', `/v1/businesses/${organisationId}`, { sector })).status).toBe(200);
    await button('settings.save').click();
    await page.getByText(say('words.changed-meanwhile')).waitFor();
    await page.locator('ins', { hasText: sector }).waitFor();
    expect(await page.getByLabel(say('settings.registrationNumber')).inputValue()).toBe('B-2026');
    await button('settings.save').click();
    await page.getByText(say('words.changed-meanwhile')).waitFor({ state: 'detached' });
    expect(await page.getByLabel(say('settings.sector')).inputValue()).toBe(sector);
  });

  it('has whose session is over sign in again, and brings her back to where she went', async () => {
    const link = page.getByRole('link', { name: say('shell.bookings'), exact: true });
    await page.context().clearCookies();
    // At once: whatever asks the API meanwhile finds out by itself, and takes the link away before a pointer is there.
    await link.dispatchEvent('click');
    await page.waitForURL('**/sign-in?to=*');
    await page.getByTestId('demo-business').click();
    await page.waitForURL('**/bookings');
    await page.getByRole('heading', { name: say('shell.bookings') }).waitFor();
  });

  it('says that something is under way where the network is slow', async () => {
    await page.route('**/v1/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.getByRole('link', { name: say('shell.invoices'), exact: true }).click();
    await page.getByRole('progressbar', { name: say('words.loading') }).waitFor();
    await page.getByRole('listitem').first().waitFor();
    await page.getByRole('progressbar', { name: say('words.loading') }).waitFor({ state: 'detached' });
  });

  it('shows a shortlist once the names of skills are there, however late these come', async () => {
    await page.route('**/v1/catalogue/skills?**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await route.continue();
    });
    await visitor.goTo('/needs');
    await postedNeed().click();
    await page.getByTestId('side-by-side').first().waitFor();
    await visitor.settled();
  });

  it('follows a shortlist again where its stream was refused', async () => {
    await visitor.goTo('/needs');
    const streams: string[] = [];
    await page.route('**/v1/needs/*/stream', async (route) => {
      streams.push(route.request().url());
      if (streams.length === 1) await route.fulfill({ status: 401, body: '' });
      else await route.continue();
    });
    const opened = page.waitForResponse(
      (response) => /\/needs\/[^/]+\/stream$/.test(response.url()) && response.status() === 200,
    );
    await postedNeed().click();
    await opened;
    expect(streams).toHaveLength(2);
  });

  it('takes back within ten seconds what was clicked, and sends nothing', async () => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
    });
    await visitor.goTo('/needs');
    await postedNeed().click();
    await button('needs.close').click();
    await button('words.undo').click();
    await button('needs.close').waitFor();
    expect(sent.filter((path) => path.endsWith('/closing'))).toEqual([]);
  });
});
