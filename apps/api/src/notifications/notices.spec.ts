import * as contracts from '#contracts';
import type { AggregateEvents } from '#contracts/envelope';
import { mailLanguages } from '../mails/mail-templates.js';
import type { NoticeOf } from './notice-table.js';
import { kindOf, noticeWords, wordingIn } from './notice-words.js';
import { sideOf } from './notification-recipients.js';
import { type EventLists, notices } from './notices.js';

const lines = (Object.keys(notices) as (keyof EventLists)[]).flatMap((list) =>
  Object.entries<NoticeOf<object> | 'nobody'>(notices[list]).map(([type, notice]) => ({ list, type, notice })),
);
const told = lines.flatMap(({ type, notice }) =>
  notice === 'nobody' ? [] : Object.keys(notice.to).map((side) => ({ kind: kindOf(type), side, notice })),
);
const parties = { businessId: 'b', agencyId: 'a', assistantId: 's' };
const names = { b: 'Forn de la Plaça', a: 'Bona Ajuda', s: 'Aina' };
const at = '2027-03-28T07:00:00.000Z';

describe('the table of notices', () => {
  it('has a line for every event there is', () => {
    const types = Object.values<unknown>(contracts)
      .filter((list): list is AggregateEvents => typeof list === 'object' && list !== null && 'aggregateType' in list)
      .flatMap(({ classes }) => Object.keys(classes));
    expect(lines.map(({ type }) => type).sort()).toEqual(types.sort());
  });

  it.each(mailLanguages)('is worded in %s for each side that is told, and words nothing else', (language) => {
    const worded = Object.entries(wordingIn(language)).flatMap(([kind, bySide]) =>
      Object.keys(bySide).map((side) => `${kind} ${side}`),
    );
    expect(worded.sort()).toEqual([...new Set(told.map(({ kind, side }) => `${kind} ${side}`))].sort());
  });

  it('names in no language what the event does not say', () => {
    for (const language of mailLanguages) {
      for (const [kind, bySide] of Object.entries(wordingIn(language))) {
        const named = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
        for (const [side, text] of Object.entries(bySide)) {
          const facts = {
            ...parties,
            at,
            date: '2026-03-02',
            number: '1',
            amount: { amountMinor: 100, currency: 'EUR' },
          };
          const said = noticeWords({ kind, side: side as 'agency', facts }, names, { language, timeZone: 'UTC' });
          expect(said).not.toMatch(/[{}—]/);
          const english = wordingIn('en')[kind]![side as 'agency']!;
          expect({ kind, side, named: named(text) }).toEqual({ kind, side, named: named(english) });
        }
      }
    }
  });
});

describe('what somebody is told', () => {
  it("is said on her clock, in her language's way", () => {
    const say = (language: 'en' | 'es' | 'ca', timeZone: string): string =>
      noticeWords({ kind: 'booking.confirmed', side: 'assistant', facts: { ...parties, at } }, names, {
        language,
        timeZone,
      });
    expect(say('en', 'Europe/Madrid')).toBe('Forn de la Plaça has booked you, from Mar 28, 2027, 9:00 AM.');
    expect(say('es', 'America/New_York')).toBe('Forn de la Plaça te ha reservado, desde el 28 mar 2027, 3:00.');
    expect(say('ca', 'Asia/Kolkata')).toContain('12:30');
  });

  it('says amounts by the minor units of their currency', () => {
    const say = (amountMinor: number, currency: string): string =>
      noticeWords(
        {
          kind: 'invoice.issued',
          side: 'business',
          facts: { ...parties, number: '7', amount: { amountMinor, currency } },
        },
        names,
        { language: 'en', timeZone: 'UTC' },
      );
    expect(say(123_456, 'EUR')).toContain('€1,234.56');
    expect(say(123_456, 'JPY')).toContain('¥123,456');
  });

  it('leaves out the name of somebody who is there no more', () => {
    const facts = { ...parties, assistantId: 'gone', at };
    expect(
      noticeWords({ kind: 'booking.held', side: 'agency', facts }, names, { language: 'en', timeZone: 'UTC' }),
    ).toBe('Forn de la Plaça is holding time of — from Mar 28, 2027, 7:00 AM.');
  });

  it('concerns an assistant for her own work alone, and somebody of two roles once', () => {
    const to = { agency: ['agency.owner'], assistant: ['agency.assistant'] } as const;
    expect(sideOf({ roles: ['agency.assistant'], assistantId: 's' }, to, 's')).toBe('assistant');
    expect(sideOf({ roles: ['agency.assistant'], assistantId: 'other' }, to, 's')).toBeNull();
    expect(sideOf({ roles: ['agency.assistant'], assistantId: null }, to, null)).toBeNull();
    expect(sideOf({ roles: ['agency.owner', 'agency.assistant'], assistantId: 's' }, to, 's')).toBe('agency');
    expect(sideOf({ roles: ['agency.coordinator'], assistantId: null }, to, 's')).toBeNull();
  });
});
