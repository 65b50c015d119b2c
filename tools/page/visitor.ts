import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { inviteToDemo, type InvitedRole } from './invited.js';
import { settled } from './settled.js';

export type Language = 'en' | 'es' | 'ca';
export type Device = 'desk' | 'phone';
/** Whom of the demo's people one signs in as at a click. */
export type DemoRole = 'administrator' | 'agency' | 'assistant' | 'business';
export type Role = DemoRole | InvitedRole;
const demoRoles: readonly string[] = ['administrator', 'agency', 'assistant', 'business'] satisfies DemoRole[];

const sizes: Readonly<Record<Device, { readonly width: number; readonly height: number }>> = {
  desk: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

/** What axe finds, in a line each. */
interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
declare const axe: { run(of: object, options: object): Promise<AxeResult> } | undefined;
/** As axe tells it: no file of the page is asked for again, and what passed isn't told. */
const axeOptions = { resultTypes: ['violations'], preload: false, selectors: false };
/** A UUID, an ISO instant, a code with its dots or in capitals with underscores, or what JavaScript says of nothing. */
const technical =
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b\d{4}-\d\d-\d\dT\d\d:\d\d\S*|\b[A-Z]{2,}_[A-Z_]+\b|\bundefined\b|\bNaN\b|\[object \w+\]/g;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Somebody at the page: what went wrong on the way is kept, and nothing may. */
export class Visitor {
  private readonly faults: string[] = [];
  private readonly unanswered = new Set<string>();

  private constructor(
    private readonly url: string,
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      // Several suites look as one person, who may have five streams: the page asks again by itself.
      const isTurnedAwayStream = message.text().includes('429') && message.location().url.endsWith('/stream');
      if (!isTurnedAwayStream) this.faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.faults.push(`script: ${error.message}`));
    page.on('request', (request) => this.unanswered.add(nameOf(request)));
    page.on('requestfinished', (request) => this.unanswered.delete(nameOf(request)));
    page.on('requestfailed', (request) => {
      this.unanswered.delete(nameOf(request));
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
    return new Visitor(url, context, await context.newPage());
  }

  /** What went wrong since the last look: errors, failed requests, what the policy refused. */
  takeFaults(): string[] {
    return this.faults.splice(0);
  }

  /** Signs in as one of the demo's people, or as somebody whom they invite, and waits for the home. */
  async signIn(as: Role): Promise<void> {
    await this.page.goto('/sign-in');
    if (isDemoRole(as)) await this.page.getByTestId(`demo-${as}`).click();
    else {
      const { email, password } = await inviteToDemo(this.url, as);
      await this.page.locator('input[type=email]').fill(email);
      await this.page.locator('input[type=password]').fill(password);
      await this.page.keyboard.press('Enter');
    }
    await this.settled('**/home');
  }

  /** Goes to an address as a link of the page does: the page isn't loaded anew once it is there. */
  async goTo(path: string): Promise<void> {
    if (this.page.url().startsWith('http')) await this.page.evaluate(followAddress, path);
    else await this.page.goto(path);
    await this.settled();
  }

  /**
   * Waits until a view is there whole.
   * @param at where that view is
   */
  async settled(at?: string | RegExp): Promise<void> {
    try {
      await settled(this.page, at);
    } catch (problem) {
      const waits = [...this.unanswered].join(', ');
      throw new Error(`${String(problem)}; no answer yet: ${waits}; went wrong: ${this.faults.join(', ')}`, {
        cause: problem,
      });
    }
  }

  /**
   * What keeps people with other senses or hands from using what is shown now (WCAG 2.2, as far as axe can tell).
   * @param rules which of axe's; all, unless said
   */
  async barriers(rules?: readonly string[]): Promise<string[]> {
    if (!(await this.page.evaluate(() => typeof axe === 'object'))) await this.page.evaluate(axeSource);
    const options = rules === undefined ? axeOptions : { ...axeOptions, runOnly: rules };
    const { violations } = await this.page.evaluate(runAxe, options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }

  /**
   * Codes, ids and instants as programs write them never reach a person.
   * @returns what is read like one, in `main`
   */
  async technicalWords(): Promise<string[]> {
    const read = await this.page.locator('main').innerText();
    return [...new Set(read.match(technical) ?? [])].map((words) => `says “${words}”`);
  }

  /** Whether all can be read in the dark: what has to be seen there again is its colours. */
  async barriersInTheDark(): Promise<string[]> {
    await this.page.emulateMedia({ colorScheme: 'dark' });
    await this.settled();
    const found = await this.barriers(['color-contrast']);
    await this.page.emulateMedia({ colorScheme: 'light' });
    return found.map((barrier) => `in the dark, ${barrier}`);
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

const nameOf = (request: Request): string => `${request.method()} ${new URL(request.url()).pathname}`;

const isDemoRole = (role: Role): role is DemoRole => demoRoles.includes(role);

/** These two run in the page. */
function followAddress(to: string): void {
  (globalThis as unknown as { history: { pushState(state: null, title: string, to: string): void } }).history.pushState(
    null,
    '',
    to,
  );
}
function runAxe(options: object): Promise<AxeResult> {
  return axe!.run((globalThis as unknown as { document: object }).document, options);
}
