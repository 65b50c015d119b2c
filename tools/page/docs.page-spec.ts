import type { Locator, Page } from 'playwright-core';
import { atADesk } from './at-a-desk.js';
import type { Visitor } from './visitor.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('the API to read and try', () => {
  let visitor: Visitor;
  let page: Page;
  atADesk((one) => {
    visitor = one;
    page = one.page;
  });

  /** An operation by its address in the page, opened with the page loaded anew. */
  async function opened(address: string): Promise<Locator> {
    await page.goto('about:blank');
    await page.goto(`/docs#/${address}`);
    return page.locator(`[id="operations-${address.replace('/', '-')}"]`);
  }
  async function statusOf(operation: Locator): Promise<string> {
    await operation.getByRole('button', { name: 'Execute' }).click();
    const status = operation.locator('.live-responses-table .response .response-col_status');
    await status.waitFor();
    return (await status.innerText()).slice(0, 3);
  }

  it('signs in with the login that it suggests, and keeps the token over a reload', async () => {
    expect(await statusOf(await opened('auth/Auth_issue'))).toMatch(/^20[01]$/);
    const me = await opened('auth/Me_read');
    await page.locator('.btn.authorize.locked').waitFor();
    expect(await statusOf(me)).toBe('200');
  });

  it('gives each request that is tried a key of its own', async () => {
    const keys: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') keys.push(request.headers()['idempotency-key']);
    });
    const draft = await opened('needs/Needs_draft');
    expect(await statusOf(draft)).toBe('201');
    await draft.getByRole('button', { name: 'Clear' }).click();
    expect(await statusOf(draft)).toBe('201');
    expect(keys).toEqual([expect.stringMatching(uuid), expect.stringMatching(uuid)]);
    expect(new Set(keys).size).toBe(2);
    // Names of operations hold a `_`, which the library says will be no space any more.
    expect(visitor.takeFaults().filter((fault) => !fault.includes('escaping deep link'))).toEqual([]);
  });
});
