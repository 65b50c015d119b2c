import type { Visitor } from '../visitor.js';
import { routeOf, routesOfPage } from './routes.js';

/** What a view is called in the name of a picture: `/needs/$needId` is `needs-need`. */
const nameOfRoute = (route: string): string =>
  route === '/'
    ? 'ask'
    : route
        .slice(1)
        .replaceAll('/', '-')
        .replaceAll(/\$(\w+)Id\b/g, '$1');

/**
 * Goes wherever somebody can get to by links alone, from the navigation and the menu under her name on: to the first view of each kind, with its
 * tabs. Yields once each is there whole, by the name of its route, a tab's with its place.
 */
export async function* viewsOf(visitor: Visitor): AsyncGenerator<string> {
  const routes = routesOfPage();
  const { page } = visitor;
  const ways = ['/home', ...(await ownLinks(visitor)), ...(await linksIn(visitor, 'nav a'))];
  const seen = new Set<string>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const route = routeOf(new URL(way, page.url()).pathname, routes);
    if (route === undefined || seen.has(route)) continue;
    seen.add(route);
    await visitor.goTo(way);
    yield nameOfRoute(route);
    ways.push(...(await linksIn(visitor, 'main a')));
    const tabs = page.locator('main [role=tab]');
    for (let place = 1; place < (await tabs.count()); place += 1) {
      await tabs.nth(place).click();
      await visitor.settled();
      yield `${nameOfRoute(route)}-${place + 1}`;
      ways.push(...(await linksIn(visitor, 'main a')));
    }
  }
}

/** What stands in the menu under one's name. */
async function ownLinks(visitor: Visitor): Promise<string[]> {
  const { page } = visitor;
  await page.locator('header button[aria-haspopup=menu]').click();
  await page.locator('[role=menu] a').first().waitFor();
  const links = await linksIn(visitor, '[role=menu] a');
  await page.keyboard.press('Escape');
  return links;
}

/** Addresses of this page's views, without downloads. */
const linksIn = async (visitor: Visitor, selector: string): Promise<string[]> => {
  const links = await visitor.page
    .locator(`${selector}[href^="/"]:not([download])`)
    .evaluateAll((all) => all.map((link) => (link as unknown as Linked).getAttribute('href')));
  return links.filter((link) => !link.startsWith('/v1/'));
};

interface Linked {
  getAttribute(name: 'href'): string;
}
