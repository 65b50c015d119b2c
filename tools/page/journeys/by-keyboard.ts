import type { Locator } from 'playwright-core';

/** More keys than that nobody presses to get to one thing. */
const mostKeys = 120;

/** Of the page's globals, what is asked here. */
interface Element {
  readonly tagName: string;
  closest(selector: string): Element | null;
  contains(other: Element | null): boolean;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}
interface Surroundings {
  readonly document: {
    readonly activeElement: Element | null;
    elementFromPoint(x: number, y: number): Element | null;
  };
  getComputedStyle(of: Element): { readonly outlineStyle: string; readonly outlineWidth: string };
}

/**
 * Goes by Tab until something has the focus, which is seen wherever it is on the way: marked, and not behind anything else.
 * @param key towards what comes after it, or with Shift towards what stands before
 * @throws {Error} where it can't be reached, or the focus can't be seen
 */
export async function tabTo(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const page = wanted.page();
  await wanted.waitFor();
  for (let keys = 0; keys < mostKeys; keys += 1) {
    await page.keyboard.press(key);
    const unseen = await page.evaluate(whyFocusIsUnseen);
    if (unseen !== null) throw new Error(`${page.url()}: the focus is not seen, ${unseen}`);
    if (await wanted.evaluate((one) => (one as unknown as Focusable).matches(':focus'))) return;
  }
  throw new Error(`${page.url()}: ${String(wanted)} can't be reached by ${key}`);
}

interface Focusable {
  matches(selector: string): boolean;
}

/** Runs in the page. @returns null where whoever has no mouse sees where she is */
function whyFocusIsUnseen(): string | null {
  const { document, getComputedStyle } = globalThis as unknown as Surroundings;
  const focused = document.activeElement;
  if (focused === null || focused.tagName === 'BODY') return null;
  const name = `<${focused.tagName.toLowerCase()}> ${focused.getAttribute('aria-label') ?? focused.getAttribute('id') ?? ''}`;
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  // Of a date the browser marks the part that one is at, such as what opens its calendar.
  const isMarked = focused.getAttribute('type') === 'date' || (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0);
  if (!isMarked) return `${name} looks as it did`;
  const { left, top, width, height } = focused.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + height / 2);
  const isOnTop =
    there !== null && (focused.contains(there) || there.contains(focused) || there.closest('label') !== null);
  return isOnTop ? null : `${name} is behind something`;
}
