import fc from 'fast-check';
import { nextMorningAt } from './digest.js';
import { mailChoices, mailOf, type NoticeTopic, noticeTopics, type Urgency } from './notice.js';

const now = '2027-03-01T10:00:00.000Z';
const justNow = { happenedAt: now, now };
const reader = { mail: {}, isConfirmed: true };

describe('whether somebody is written to', () => {
  it.each<[Urgency, string]>([
    ['essential', 'at-once'],
    ['soon', 'at-once'],
    ['daily', 'daily'],
    ['quiet', 'never'],
  ])('goes by how much it matters while she chose nothing: what is %s is mailed %s', (urgency, mail) => {
    expect(mailOf({ topic: 'work', urgency }, reader, justNow)).toBe(mail);
  });

  it('goes by her choice for the topic, but for what is essential', () => {
    for (const choice of mailChoices) {
      const choosing = { ...reader, mail: { work: choice } };
      for (const urgency of ['soon', 'daily', 'quiet'] as const) {
        expect(mailOf({ topic: 'work', urgency }, choosing, justNow)).toBe(choice);
      }
      expect(mailOf({ topic: 'work', urgency: 'essential' }, choosing, justNow)).toBe('at-once');
    }
    expect(mailOf({ topic: 'work', urgency: 'soon' }, { ...reader, mail: { bookings: 'never' } }, justNow)).toBe(
      'at-once',
    );
  });

  it('is never where nobody has shown that she reads that address, nor about what is a day old', () => {
    for (const topic of noticeTopics satisfies readonly NoticeTopic[]) {
      const notice = { topic, urgency: 'essential' } as const;
      expect(mailOf(notice, { ...reader, isConfirmed: false }, justNow)).toBe('never');
      expect(mailOf(notice, reader, { happenedAt: '2027-02-28T10:00:00.000Z', now })).toBe('at-once');
      expect(mailOf(notice, reader, { happenedAt: '2027-02-28T09:59:59.999Z', now })).toBe('never');
    }
  });
});

describe("the reader's morning", () => {
  it.each([
    ['2027-03-01T06:59:00.000Z', 'Europe/Madrid', '2027-03-01T07:00:00.000Z'],
    ['2027-03-01T07:00:00.000Z', 'Europe/Madrid', '2027-03-02T07:00:00.000Z'],
    ['2027-03-27T12:00:00.000Z', 'Europe/Madrid', '2027-03-28T06:00:00.000Z'],
    ['2027-10-30T12:00:00.000Z', 'Europe/Madrid', '2027-10-31T07:00:00.000Z'],
    ['2027-03-13T20:00:00.000Z', 'America/New_York', '2027-03-14T12:00:00.000Z'],
    ['2027-04-03T00:00:00.000Z', 'Australia/Lord_Howe', '2027-04-03T21:30:00.000Z'],
    ['2027-03-01T23:30:00.000Z', 'Asia/Kolkata', '2027-03-02T02:30:00.000Z'],
  ])('after %s in %s is %s', (at, zone, morning) => {
    expect(nextMorningAt(at, zone)).toBe(morning);
  });

  it('comes once a day, on every day', () => {
    const days = fc.integer({ min: 0, max: 3_650 });
    const zones = fc.constantFrom('Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC');
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1_439 }), zones, (day, minute, zone) => {
        const at = new Date(Date.UTC(2027, 0, 1) + day * 86_400_000 + minute * 60_000).toISOString();
        const morning = nextMorningAt(at, zone);
        const ahead = Date.parse(morning) - Date.parse(at);
        expect(ahead).toBeGreaterThan(0);
        expect(ahead).toBeLessThanOrEqual(25 * 3_600_000);
        // Whatever happens until then waits for the same morning.
        const before = new Date(Date.parse(morning) - 60_000).toISOString();
        expect(nextMorningAt(before, zone)).toBe(morning);
      }),
    );
  });
});
