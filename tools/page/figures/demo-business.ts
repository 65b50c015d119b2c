import type { Browser, BrowserContext } from 'playwright-core';

/** Signs in as the owner of the demo's business. */
export async function signInAsBusiness(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByTestId('demo-business').click();
  await page.waitForURL('**/home');
  await page.close();
}

/** The id of a need of hers that has a shortlist. */
export async function firstPostedNeed(browser: Browser, url: string): Promise<string> {
  const context = await browser.newContext({ baseURL: url });
  try {
    await signInAsBusiness(context);
    const answer = await context.request.get('/v1/needs?status=posted');
    const { items } = (await answer.json()) as { items: { id: string }[] };
    return items[0]!.id;
  } finally {
    await context.close();
  }
}
