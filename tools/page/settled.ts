import type { Page } from 'playwright-core';

/** Against what never comes, not against machines that are busy. */
const patienceMs = 120_000;

/** Of the page's globals, what is asked here. */
interface Surroundings {
  readonly document: {
    readonly readyState: string;
    readonly fonts: { readonly status: string };
    readonly documentElement: object;
    querySelectorAll(selector: string): ArrayLike<{ readonly outerHTML: string }>;
    getAnimations(): readonly {
      readonly playState: string;
      readonly effect: { getComputedTiming(): { endTime: number } };
    }[];
  };
  readonly MutationObserver: new (changed: () => void) => {
    observe(of: object, what: object): void;
    disconnect(): void;
  };
  readonly requestAnimationFrame: (frame: () => void) => void;
}

/**
 * Waits until a view is there whole: its script and what it reads have come, it has its one heading, nothing says that it is
 * under way, and for two frames nothing changed. A view of before, still shown while the next one is fetched, is none of these.
 * @param at where that view is, as `waitForURL` takes it
 */
export async function settled(page: Page, at?: string | RegExp): Promise<void> {
  if (at !== undefined) await page.waitForURL(at, { waitUntil: 'commit' });
  for (;;) {
    try {
      const lacking = await page.evaluate(untilStill, patienceMs);
      if (lacking !== null) throw new NotSettled(`${page.url()} ${lacking}`);
      return;
    } catch (problem) {
      // Who is sent elsewhere meanwhile is looked for there.
      if (problem instanceof NotSettled || !String(problem).includes('context was destroyed')) throw problem;
    }
  }
}

class NotSettled extends Error {}

/** Runs in the page. @returns what was lacking to the end; null once all is there */
function untilStill(patience: number): Promise<string | null> {
  const { document, MutationObserver, requestAnimationFrame } = globalThis as unknown as Surroundings;
  const busy =
    '[aria-busy=true], [role=progressbar]:not([aria-valuenow]), .mantine-Skeleton-root, .mantine-Loader-root';
  const isOnItsWay = ({ playState, effect }: ReturnType<Surroundings['document']['getAnimations']>[number]): boolean =>
    playState === 'running' && effect.getComputedTiming().endTime !== Infinity;
  const lacking = (): string | null => {
    if (document.readyState !== 'complete') return 'is still being loaded';
    if (document.fonts.status !== 'loaded') return 'waits for its fonts';
    const [underWay] = Array.from(document.querySelectorAll(busy));
    if (underWay !== undefined) return `says that something is under way: ${underWay.outerHTML.slice(0, 240)}`;
    if (document.getAnimations().some(isOnItsWay)) return 'is moving';
    const headings = document.querySelectorAll('h1').length;
    return headings === 1 ? null : `has ${headings} headings of the first level`;
  };
  return new Promise((resolve) => {
    const until = Date.now() + patience;
    let stillFrames = 0;
    const observer = new MutationObserver(() => (stillFrames = 0));
    observer.observe(document.documentElement, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const frame = (): void => {
      const lacks = lacking();
      stillFrames = lacks === null ? stillFrames + 1 : 0;
      if (stillFrames <= 2 && Date.now() < until) return requestAnimationFrame(frame);
      observer.disconnect();
      resolve(stillFrames > 2 ? null : (lacks ?? 'never stands still'));
    };
    requestAnimationFrame(frame);
  });
}
