import { randomUUID } from 'node:crypto';
import type { Locator } from 'playwright-core';
import { daysFromNow } from '../../../apps/all-in-one/src/demo-data/index.js';
import { atADesk } from '../at-a-desk.js';
import { textsOf } from '../page-texts.js';
import type { Visitor } from '../visitor.js';
import { tabTo } from './by-keyboard.js';

const say = textsOf('en');
/** So far ahead that no other journey books then, and no workplace has to be looked at again before. */
const startsAhead = 250;

let visitor: Visitor;
atADesk((one) => {
  visitor = one;
});

describe('a business owner without a mouse', () => {
  it('gets from trouble in plain words to a confirmed booking, and sees at each key where she is', async () => {
    const { page } = visitor;
    const { keyboard } = page;
    const button = (id: string): Locator => page.getByRole('button', { name: say(id), exact: true }).first();
    const press = async (...[wanted, key]: Parameters<typeof tabTo>): Promise<void> => {
      await tabTo(wanted, key);
      await keyboard.press('Enter');
    };
    const write = async (wanted: Locator, text: string): Promise<void> => {
      await tabTo(wanted);
      await keyboard.type(text);
    };
    const field = (id: string): Locator => page.getByLabel(say(id)).first();

    await visitor.goTo('/');
    await write(page.getByRole('textbox').first(), say('ask.example-calendar'));
    await press(button('ask.submit'));
    await page.locator('mark').first().waitFor();
    await press(button('ask.go-on'));

    await visitor.settled('**/register/business');
    await write(field('registration.name'), 'Forn Vell');
    await write(field('registration.sector'), 'bakery');
    await write(field('registration.your-name'), 'Berta Roca');
    await write(field('sign-in.email'), `berta-${randomUUID().slice(0, 8)}@example.org`);
    await write(page.locator('input[type=password]'), `a long sentence ${randomUUID()}`);
    await keyboard.press('Enter');

    await visitor.settled(/\/needs\/[0-9a-f-]{36}\?begun=true$/);
    await write(field('needs.starts'), asTyped(daysFromNow(startsAhead)));
    await write(field('needs.ends'), asTyped(daysFromNow(startsAhead + 34)));
    await press(button('needs.post'), 'Shift+Tab');

    await press(button('shortlist.agree'));
    await visitor.settled('**/agreements/*');
    await press(button('agreements.sign'));
    await press(page.getByRole('link', { name: say('agreements.book'), exact: true }));

    await visitor.settled('**/book');
    // The term may begin on the last day of a week.
    await press(page.getByRole('button', { name: say('bookings.week-after') }));
    await tabTo(page.locator('[role=gridcell][tabindex="0"]'));
    await keyboard.press(' ');
    await keyboard.press('Shift+ArrowDown');
    await press(button('bookings.book-at-once'), 'Shift+Tab');
    await page.getByText(say('bookings.status-confirmed')).waitFor();
    expect(visitor.takeFaults()).toEqual([]);
  });
});

/** A date in the order in which an English browser takes its parts: month, day, year. */
function asTyped(isoDate: string): string {
  const [year, month, day] = isoDate.split('-');
  return `${month}${day}${year}`;
}
