import type { Page } from 'playwright-core';

const mostWeeks = 6;

/**
 * Chooses two hours of the first week in which the assistant is free for that long on that weekday (1 to 7).
 * @param nextWeek what the button to the next week is called
 */
export async function chooseTwoHours(page: Page, weekday: number, nextWeek: string): Promise<void> {
  const free = page.locator(`[role=gridcell][aria-selected][data-place^="${weekday - 1} "]`);
  for (let weeks = 0; weeks < mostWeeks; weeks += 1) {
    await page.locator('main [aria-live]').waitFor();
    await page.locator('main .mantine-Skeleton-root').waitFor({ state: 'detached' });
    if ((await free.count()) >= 4) break;
    await page.getByRole('button', { name: nextWeek }).click();
  }
  for (const place of [0, 1, 2, 3]) await free.nth(place).click();
}
