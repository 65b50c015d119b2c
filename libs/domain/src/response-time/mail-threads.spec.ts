import * as fc from 'fast-check';
import { instantOf } from '../time/instant.js';
import { type ArrivedMail, enquiriesOfMails, goneEnquiries, type SeenMail, threadMails } from './mail-threads.js';

const at = (minute: number): string => instantOf(Date.parse('2026-03-02T09:00:00Z') + minute * 60_000);
const mail = (messageId: string, minute: number, more: Partial<ArrivedMail> = {}): ArrivedMail => ({
  messageId,
  direction: 'in',
  at: at(minute),
  automatic: false,
  answers: [],
  ...more,
});
const sent = (messageId: string, minute: number, ...answers: string[]): ArrivedMail =>
  mail(messageId, minute, { direction: 'out', answers });
const told = (...mails: SeenMail[]) =>
  enquiriesOfMails('r', mails).map(({ openedAt, firstAnsweredAt, automatic }) => [
    openedAt,
    firstAnsweredAt,
    ...(automatic ? ['automatic'] : []),
  ]);

describe('enquiries out of mails', () => {
  it('are opened by a customer, answered once, and opened anew by whoever writes after that', () => {
    expect(told(mail('a', 0))).toEqual([[at(0), null]]);
    expect(told(mail('a', 0), mail('b', 5), sent('c', 9), sent('d', 12))).toEqual([[at(0), at(9)]]);
    expect(told(mail('a', 0), sent('b', 9), mail('c', 20), mail('d', 21))).toEqual([
      [at(0), at(9)],
      [at(20), null],
    ]);
  });

  it('are not what programs write: neither an answer, nor anything that waits for one', () => {
    const program = { automatic: true };
    expect(told(mail('news', 0, program))).toEqual([[at(0), null, 'automatic']]);
    expect(told(mail('a', 0), { ...sent('away', 1), ...program }, sent('b', 9))).toEqual([[at(0), at(9)]]);
    expect(told(mail('a', 0), sent('b', 9), mail('away', 10, program))).toEqual([[at(0), at(9)]]);
    expect(told(mail('receipt', 0, program), mail('a', 3))).toEqual([
      [at(0), null, 'automatic'],
      [at(3), null],
    ]);
  });

  it('need a customer: what the business writes first opens nothing, and an answer to it does', () => {
    expect(told(sent('offer', 0))).toEqual([]);
    expect(told(sent('offer', 0), mail('a', 5), sent('b', 6))).toEqual([[at(5), at(6)]]);
  });

  it('of the same second come before their answer, and once', () => {
    expect(told(sent('b', 0), mail('a', 0), mail('c', 0))).toEqual([[at(0), at(0)]]);
  });
});

describe('what was told of mails before others were known', () => {
  it('is taken back where they open nothing any more, and where they turned out to be of another conversation', () => {
    const mails = [mail('a', 0), mail('b', 5), sent('c', 9), mail('d', 12)];
    const enquiries = enquiriesOfMails('a', mails);
    expect(goneEnquiries('a', ['b'], mails, enquiries)).toEqual([
      { reference: 'a', openedAt: at(5) },
      ...[0, 5, 12].map((minute) => ({ reference: 'b', openedAt: at(minute) })),
    ]);
    expect(goneEnquiries('a', [], [mail('a', 0)], enquiriesOfMails('a', [mail('a', 0)]))).toEqual([]);
  });
});

describe('conversations out of mails', () => {
  it('follow what a mail answers, or what is said to have begun it', () => {
    const { mails } = threadMails([mail('a', 0), sent('b', 1, 'a'), mail('c', 2, { answers: ['b', 'a'] })], new Map());
    expect(mails.map(({ thread }) => thread)).toEqual(['a', 'a', 'a']);
    expect(threadMails([mail('d', 3, { answers: ['c'] })], new Map([['c', 'a']])).mails[0]!.thread).toBe('a');
    expect(threadMails([mail('d', 3, { answers: ['x', 'y'] })], new Map()).mails[0]!.thread).toBe('y');
  });

  it('of a mail that is found twice are one, and what the business sent to itself is what it sent', () => {
    const twice = threadMails([mail('a', 0), { ...mail('a', 0), direction: 'out' }], new Map());
    expect(twice.mails).toMatchObject([{ messageId: 'a', direction: 'out' }]);
  });

  it('are joined by the mail that links them, if it comes late', () => {
    expect(threadMails([sent('c', 2, 'b')], new Map()).mails[0]!.thread).toBe('b');
    const late = threadMails([mail('b', 1, { answers: ['a'] })], new Map([['a', 'a']]));
    expect([late.mails[0]!.thread, [...late.joined]]).toEqual(['a', [['b', 'a']]]);
    const inAChain = threadMails(
      [mail('d', 0, { answers: ['c'] }), mail('c', 1, { answers: ['b'] }), mail('b', 2, { answers: ['a'] })],
      new Map(),
    );
    expect([...inAChain.joined.values(), ...inAChain.mails.map(({ thread }) => thread)]).toEqual(Array(6).fill('a'));
    const inACircle = threadMails([mail('a', 0, { answers: ['b'] }), mail('b', 1, { answers: ['a'] })], new Map());
    expect(inACircle.mails.map(({ thread }) => thread)).toEqual(['b', 'b']);
    expect(threadMails([mail('a', 0, { answers: ['a'] })], new Map()).mails[0]!.thread).toBe('a');
  });

  it('come to the same in any number of readings', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    // Each answers one before it, or nothing, and names all of them back to the first.
    const chains = fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }).map((parents) => {
      const answersOf = (index: number): string[] => {
        const parent = parents[index]! % (index + 1);
        return parent === index ? [] : [ids[parent]!, ...answersOf(parent)];
      };
      return ids.map((id, index) =>
        mail(id, index, { answers: answersOf(index), direction: index % 2 === 0 ? 'in' : 'out' }),
      );
    });
    fc.assert(
      fc.property(chains, fc.integer({ min: 1, max: 5 }), (mails, cut) => {
        const atOnce = threadMails(mails, new Map()).mails;
        const first = threadMails(mails.slice(0, cut), new Map()).mails;
        const known = new Map(first.map(({ messageId, thread }) => [messageId, thread]));
        const then = threadMails(mails.slice(cut), known).mails;
        expect([...first, ...then]).toEqual(atOnce);
      }),
    );
  });
});
