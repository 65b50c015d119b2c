import type { Browser } from 'playwright-core';
import { startBrowser } from '../browser.js';
import type { InvitedRole } from '../invited.js';
import { pageUrlVariable } from '../page-global-setup.js';
import { routeOf, routesOfPage } from '../screens/routes.js';
import { screens } from '../screens/screens.js';
import { viewsOf } from '../screens/walk.js';
import { type Device, type Language, type Role, Visitor } from '../visitor.js';

const url = process.env[pageUrlVariable]!;
/** Each role on a desk and a phone at once, in a language each that the next role has elsewhere. */
const cases: readonly (readonly [Role | null, Language, Language])[] = [
  [null, 'en', 'es'],
  ['business', 'es', 'ca'],
  ['agency', 'ca', 'en'],
  ['assistant', 'en', 'es'],
  ['administrator', 'es', 'ca'],
];

const invitedCases: readonly (readonly [InvitedRole, Language, Language])[] = [
  ['colleague', 'ca', 'en'],
  ['accountant', 'en', 'es'],
  ['signatory', 'es', 'ca'],
  ['coordinator', 'ca', 'en'],
  ['assessor', 'en', 'es'],
  ['signatory-of-agency', 'es', 'ca'],
];

/** What is wrong where that is so on purpose: an address that leads nowhere. */
const expectedAt: Readonly<Record<string, true>> = { 'not-found': true };

/** What is held against the record says what the record does. */
const asRecorded: Readonly<Record<string, true>> = { 'administrator-audit': true };

/** What has no screen of its own, and why. */
const withoutScreen: Readonly<Record<string, string>> = {
  '/notifications/$notificationId': 'leads on to what the notification is about',
  '/disputes/$disputeId': 'there is none before somebody disputes something: forms.page-spec.ts',
};

/** What is opened from a mail, or from what it is about. */
const notInPalette: Readonly<Record<string, true>> = {
  '/confirm-address': true,
  '/forgotten-password': true,
  '/reset-password': true,
  '/unsubscribe': true,
  '/join': true,
  '/disputes/new': true,
};

interface Marked {
  readonly dataset: { readonly to: string };
}

describe('every view of every role', () => {
  let browser: Browser;
  const routes = routesOfPage();
  const seen = new Set<string | undefined>();
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  async function wrongOn(device: Device, language: Language, as: Role | null): Promise<Record<string, string[]>> {
    const visitor = await Visitor.of(browser, url, language, device);
    if (as !== null) await visitor.signIn(as);
    const wrong: Record<string, string[]> = {};
    for (const { name, path, until } of screens.filter((screen) => screen.as === as)) {
      await visitor.goTo(path);
      await until?.(visitor);
      seen.add(routeOf(new URL(visitor.page.url()).pathname, routes));
      const found = (await wrongNow(visitor)).filter((fault) => !(name in asRecorded && fault.startsWith('says ')));
      // On one size only: colours don't depend on it.
      if (device === 'desk') found.push(...(await visitor.barriersInTheDark()));
      if (found.length > 0 && !(name in expectedAt)) wrong[name] = found;
    }
    await visitor.leave();
    return wrong;
  }

  async function wrongWhereLinksLead(device: Device, language: Language, as: Role): Promise<Record<string, string[]>> {
    const visitor = await Visitor.of(browser, url, language, device);
    await visitor.signIn(as);
    const wrong: Record<string, string[]> = {};
    for await (const name of viewsOf(visitor)) {
      const found = await wrongNow(visitor);
      if (found.length > 0) wrong[name] = found;
    }
    await visitor.leave();
    return wrong;
  }

  it.each(cases)(
    'opens without a fault or a barrier, as %s, in %s on a desk and in %s on a phone',
    async (as, ...in_) => {
      const [desk, phone] = await Promise.all([wrongOn('desk', in_[0], as), wrongOn('phone', in_[1], as)]);
      expect({ desk, phone }).toEqual({ desk: {}, phone: {} });
    },
  );

  it.each(invitedCases)(
    'is open to whom a link leads there, as %s, in %s on a desk and in %s on a phone',
    async (as, ...in_) => {
      const [desk, phone] = await Promise.all([
        wrongWhereLinksLead('desk', in_[0], as),
        wrongWhereLinksLead('phone', in_[1], as),
      ]);
      expect({ desk, phone }).toEqual({ desk: {}, phone: {} });
    },
  );

  it('is an entry of the palette for somebody, if it is of nothing in particular', async () => {
    const led = new Set<string>();
    for (const as of [null, 'business', 'signatory', 'agency', 'assistant', 'administrator'] as const) {
      const visitor = await Visitor.of(browser, url, 'en', 'desk');
      if (as === null) await visitor.goTo('/');
      else await visitor.signIn(as);
      await visitor.page.keyboard.press('Control+k');
      const ways = visitor.page.locator('[data-to]');
      await ways.first().waitFor();
      const all = await ways.evaluateAll((each) => each.map((way) => (way as unknown as Marked).dataset.to));
      for (const to of all) led.add(to);
      await visitor.leave();
    }
    const ofNothing = routes.filter((route) => !route.includes('$') && !(route in notInPalette));
    expect(ofNothing.filter((route) => !led.has(route))).toEqual([]);
  });

  it('is among the screens: no address of the page is left out', () => {
    expect(routes.filter((route) => !seen.has(route) && !(route in withoutScreen))).toEqual([]);
  });
});

/** What is wrong with a view: errors, requests that were refused, barriers, text that nobody was to read, more than a phone is wide. */
async function wrongNow(visitor: Visitor): Promise<string[]> {
  const found = [...visitor.takeFaults(), ...(await visitor.barriers()), ...(await visitor.technicalWords())];
  const isWide = await visitor.page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
  if (isWide) found.push('is wider than the screen');
  return found;
}
