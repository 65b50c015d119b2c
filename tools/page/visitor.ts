import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export type Language = 'en' | 'es' | 'ca';
export type Device = 'desk' | 'phone';

const sizes: Readonly<Record<Device, { readonly width: number; readonly height: number }>> = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

/** What axe finds, in a line each. */
interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
declare const axe: { run(): Promise<AxeResult> };
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Somebody at the page: what went wrong on the way is kept, and nothing may. */
export class Visitor {
  private readonly faults: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.faults.push(`script: ${error.message}`));
    page.on('requestfailed', (request) => {
      // Who goes to another view doesn't wait for the one before.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') this.faults.push(`failed: ${request.url()}`);
    });
  }

  static async of(browser: Browser, url: string, language: Language, device: Device): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: url,
      viewport: sizes[device],
      locale: language,
      timezoneId: 'Europe/Madrid',
      hasTouch: device === 'phone',
      reducedMotion: 'reduce',
    });
    // Against what never comes, not against machines that are busy.
    context.setDefaultTimeout(120_000);
    return new Visitor(context, await context.newPage());
  }

  /** What went wrong since the last look: errors, failed requests, what the policy refused. */
  takeFaults(): string[] {
    return this.faults.splice(0);
  }

  /** What keeps people with other senses or hands from using what is shown now (WCAG 2.2, as far as axe can tell). */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(axeSource);
    const { violations } = await this.page.evaluate(() => axe.run());
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }

  /** Goes to another tab for a moment: what could still be undone is sent. */
  async lookAway(): Promise<void> {
    await this.page.evaluate(() => {
      const page = (globalThis as unknown as { document: EventTarget }).document;
      Object.defineProperty(page, 'visibilityState', { value: 'hidden', configurable: true });
      page.dispatchEvent(new Event('visibilitychange'));
      Reflect.deleteProperty(page, 'visibilityState');
    });
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
