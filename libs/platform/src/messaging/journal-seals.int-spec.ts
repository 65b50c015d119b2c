import { v7 as uuidv7 } from 'uuid';
import { JournalVerification } from './journal-verification.js';
import { parcelJournal, parcelWeighed, publish } from './specimen/parcels.js';

let at: Awaited<ReturnType<typeof parcelJournal>>;

beforeEach(async () => {
  at = await parcelJournal();
  // Batches of one, two, three … events.
  for (let events = 1; events <= 5; events += 1) await publishSome(events);
});

afterEach(() => at.close());

const publishSome = async (events: number): Promise<void> => {
  const versions = Array.from({ length: events }, (_, index) => index + 1);
  const parcel = uuidv7();
  await publish(at.database, ...versions.map((version) => ({ ...parcelWeighed(parcel, version), audience: [parcel] })));
  await at.journal.drain();
};

describe('a sealed journal', () => {
  it('is sound as long as nobody touched it', async () => {
    expect(await at.journal.verify()).toEqual({ soundUntil: 15, broken: null });
    await publishSome(1);
    expect(await at.journal.verify()).toEqual({ soundUntil: 16, broken: null });
  });

  it('is sound in any time zone, and with nothing in it', async () => {
    await at.owner.query(`ALTER ROLE ajudant_api SET timezone = 'Pacific/Chatham'`);
    expect(await at.journal.verify()).toMatchObject({ broken: null });
    await at.owner.query(`ALTER ROLE ajudant_api RESET timezone`);
    await at.owner.query('DELETE FROM api.journal_seal');
    expect(await at.journal.verify()).toEqual({ soundUntil: 0, broken: null });
  });

  it.each([
    [`UPDATE api.journal SET data = '{"grams": 2}' WHERE position = 5`],
    [`UPDATE api.journal SET occurred_at = occurred_at - interval '1 ms' WHERE position = 5`],
    [`UPDATE api.journal SET audience = '{}' WHERE position = 5`],
    ['DELETE FROM api.journal WHERE position = 5'],
    ['DELETE FROM api.journal WHERE position BETWEEN 4 AND 6'],
    [
      `INSERT INTO api.journal SELECT 6.0, gen_random_uuid(), type, aggregate_type, aggregate_id, 9, audience, occurred_at,
         correlation_id, causation_id, traceparent, data FROM api.journal WHERE position = 5
       ON CONFLICT (position) DO UPDATE SET event_id = excluded.event_id`,
    ],
  ])('shows where somebody did: %s', async (tampering) => {
    await at.owner.query(tampering);
    expect(await at.journal.verify()).toEqual({ soundUntil: 3, broken: { firstPosition: 4, lastPosition: 6 } });
  });

  it('shows a batch that was cut out together with its seal, at the next one', async () => {
    await at.owner.query('DELETE FROM api.journal WHERE position BETWEEN 4 AND 6');
    await at.owner.query('DELETE FROM api.journal_seal WHERE first_position = 4');
    expect(await at.journal.verify()).toEqual({ soundUntil: 3, broken: { firstPosition: 7, lastPosition: 10 } });
  });

  it('stays sound when old partitions are dropped', async () => {
    await at.owner.query(`SELECT setval('api.journal_position', 999_999)`);
    // This batch lies on both sides of the border.
    await publishSome(4);
    await publishSome(2);
    await at.owner.query(`INSERT INTO api.cursor VALUES ('reader', 1000005)`);
    expect(await at.journal.dropBefore(new Date(Date.now() + 60_000))).toBe(1);
    expect(await at.journal.verify()).toEqual({ soundUntil: 1_000_005, broken: null });
  });

  it('is verified by itself when that is due, by one process at a time, which leaves to all what it found', async () => {
    const [one, other] = [1, 2].map(() => new JournalVerification(at.database, at.journal, 24)) as [
      JournalVerification,
      JournalVerification,
    ];
    const after = (hours: number): Date => new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000);
    expect(await one.last()).toBeNull();
    const verdicts = await Promise.all([one.verifyIfDue(after(0)), other.verifyIfDue(after(0))]);
    expect(verdicts.filter((verdict) => verdict !== null)).toEqual([{ soundUntil: 15, broken: null }]);
    expect(await other.last()).toEqual({ finishedAt: expect.any(Date), soundUntil: 15, broken: null });
    await at.owner.query(`UPDATE api.journal SET audience = '{}' WHERE position = 5`);
    expect(await other.verifyIfDue(after(23))).toBeNull();
    const broken = { soundUntil: 3, broken: { firstPosition: 4, lastPosition: 6 } };
    expect(await other.verifyIfDue(after(24))).toEqual(broken);
    expect(await one.last()).toEqual({ finishedAt: expect.any(Date), ...broken });
  });
});
