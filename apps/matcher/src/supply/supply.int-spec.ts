import type { Candidate } from '#domain';
import type { Transaction } from '#platform/database';
import { randomUUID } from 'node:crypto';
import { SupplyInMemory } from './supply-in-memory.js';
import { SupplySnapshot } from './supply-snapshot.js';
import { listing, SupplyTables } from './supply-tables.fixture.js';
import { Supply } from './supply.js';

const slots = [{ startAt: '2027-01-04T09:00:00Z', endAt: '2027-01-04T10:30:00Z' }];

const byId = (all: Iterable<Candidate>) => [...all].sort((a, b) => (a.assistantId < b.assistantId ? -1 : 1));

describe('the supply', () => {
  let tables: SupplyTables;
  let supply: Supply;
  beforeAll(async () => {
    tables = await SupplyTables.open();
  });
  beforeEach(() => {
    supply = new Supply(new SupplySnapshot(null));
  });
  afterAll(() => tables.close());

  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => tables.inTransaction(work);
  const hear: SupplyTables['hear'] = (...event) => tables.hear(...event);
  const found = async (assistantId: string) => {
    await inTransaction((tx) => supply.refresh(tx));
    return [...supply.columns.candidates()].find((candidate) => candidate.assistantId === assistantId);
  };
  const anAssistant = async (): Promise<{ assistantId: string; agencyId: string }> => {
    const [assistantId, agencyId] = [randomUUID(), randomUUID()];
    await hear('agency.verified.v1', agencyId, { verifiedAt: '2026-01-01T00:00:00Z' }, 2);
    await hear('assistant.listed.v1', assistantId, { ...listing, agencyId }, 2);
    return { assistantId, agencyId };
  };

  it('holds whoever is listed, and no drafts', async () => {
    const { assistantId, agencyId } = await anAssistant();
    const draft = randomUUID();
    await hear('assistant.edited.v1', draft, { ...listing, agencyId, status: 'draft', listedAt: null }, 2);
    expect(await found(assistantId)).toMatchObject({
      agencyId,
      agencyStatus: 'verified',
      calendarVersion: 2,
      clearedUntil: null,
      reviews: { count: 0, scoreSum: 0 },
      work: { runs: 0, onTime: 0 },
      responses: { answered: 0, missed: 0 },
    });
    expect(await found(draft)).toBeUndefined();
  });

  it('knows when somebody is busy elsewhere, by several calendars, for as long as they say so', async () => {
    const { assistantId } = await anAssistant();
    const [own, ofFamily] = [randomUUID(), randomUUID()];
    const later = [{ startAt: '2027-01-04T10:00:00Z', endAt: '2027-01-04T11:00:00Z' }];
    const minute = (time: string): number => Date.parse(`2027-01-04T${time}:00Z`) / 60_000;
    const elsewhere = async () => Array.from((await found(assistantId))!.elsewhere);
    expect(await elsewhere()).toEqual([]);
    await hear('outside-calendar.busy-changed.v1', own, { assistantId, busy: slots }, 2);
    await hear('outside-calendar.busy-changed.v1', ofFamily, { assistantId, busy: later }, 2);
    expect(await elsewhere()).toEqual([minute('09:00'), minute('11:00')]);
    expect(Array.from((await found(assistantId))!.busy)).toEqual([]);
    await hear('outside-calendar.busy-changed.v1', own, { assistantId, busy: [] }, 3);
    expect(await elsewhere()).toEqual([minute('10:00'), minute('11:00')]);
    await hear('outside-calendar.unlinked.v1', ofFamily, { assistantId }, 3);
    expect(await elsewhere()).toEqual([]);
  });

  it('knows an assistant whose clearance was heard of before the listing', async () => {
    const [assistantId, agencyId] = [randomUUID(), randomUUID()];
    const validUntil = '2027-06-01T00:00:00.000Z';
    await hear('clearance.granted.v1', randomUUID(), { assistantId, agencyId, validUntil }, 2);
    expect(await found(assistantId)).toBeUndefined();
    await hear('assistant.listed.v1', assistantId, { ...listing, agencyId }, 2);
    expect(await found(assistantId)).toMatchObject({ clearedUntil: validUntil, agencyStatus: 'registered' });
  });

  it('goes by the clearance that lasts longest of those that hold', async () => {
    const { assistantId, agencyId } = await anAssistant();
    const [first, second] = [randomUUID(), randomUUID()];
    const grant = (id: string, validUntil: string) =>
      hear('clearance.granted.v1', id, { assistantId, agencyId, validUntil }, 2);
    await grant(first, '2027-06-01T00:00:00.000Z');
    await grant(second, '2027-03-01T00:00:00.000Z');
    expect((await found(assistantId))?.clearedUntil).toBe('2027-06-01T00:00:00.000Z');
    await hear('clearance.voided.v1', first, { assistantId, agencyId }, 3);
    expect((await found(assistantId))?.clearedUntil).toBe('2027-03-01T00:00:00.000Z');
    await hear('clearance.voided.v1', second, { assistantId, agencyId }, 3);
    expect((await found(assistantId))?.clearedUntil).toBeNull();
  });

  it('has held and confirmed time taken until it is freed', async () => {
    const { assistantId, agencyId } = await anAssistant();
    const booked = { assistantId, agencyId, businessId: randomUUID(), agreementId: randomUUID(), slots };
    const [one, other] = [randomUUID(), randomUUID()];
    const later = [{ startAt: '2027-01-04T10:30:00Z', endAt: '2027-01-04T11:00:00Z' }];
    await hear('booking.held.v1', one, booked);
    await hear('booking.confirmed.v1', one, booked, 2);
    await hear('booking.held.v1', other, { ...booked, slots: later });
    const minutes = async () => {
      const busy = (await found(assistantId))!.busy;
      return busy.length === 0 ? 0 : busy[1]! - busy[0]!;
    };
    expect(await minutes()).toBe(120);
    await hear('booking.expired.v1', other, { ...booked, slots: later }, 2);
    expect(await minutes()).toBe(90);
    await hear('booking.cancelled.v1', one, booked, 3);
    expect(await minutes()).toBe(0);
  });

  it('knows how much of the work of somebody was done on time, as it was told last', async () => {
    const { assistantId } = await anAssistant();
    const told = (runs: number, onTime: number, version: number) =>
      hear(
        'work-score.changed.v1',
        assistantId,
        { agencyId: randomUUID(), runs, onTime, scoredAt: '2026-02-01T08:00:00Z' },
        version,
      );
    await told(120, 115, 2);
    expect((await found(assistantId))?.work).toEqual({ runs: 120, onTime: 115 });
    await told(121, 116, 3);
    expect((await found(assistantId))?.work).toEqual({ runs: 121, onTime: 116 });
  });

  it('adds up the reviews that businesses gave, and not those of agencies', async () => {
    const { assistantId, agencyId } = await anAssistant();
    const review = (by: string, score: number) =>
      hear('review.given.v1', randomUUID(), { assistantId, agencyId, businessId: randomUUID(), by, score });
    await review('business', 5);
    await review('business', 4);
    await review('agency', 1);
    expect((await found(assistantId))?.reviews).toEqual({ count: 2, scoreSum: 9 });
    // Two are too few to say anything of everybody else.
    expect(supply.marketplaceQuality).toBe(0.75);
  });

  it('remembers which invitations an agency answered, in whichever order it hears of them', async () => {
    const { assistantId, agencyId } = await anAssistant();
    const [answered, missed, open, uninvited] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await hear('proposal.made.v1', randomUUID(), { needId: answered, agencyId });
    await hear('need.posted.v1', answered, { invitedAgencyIds: [agencyId] }, 2);
    await hear('need.agencies-invited.v1', missed, { agencyIds: [agencyId], posted: true }, 3);
    await hear('need.closed.v1', missed, { reason: 'fulfilled' }, 4);
    await hear('need.posted.v1', open, { invitedAgencyIds: [agencyId] }, 2);
    await hear('need.agencies-invited.v1', randomUUID(), { agencyIds: [agencyId], posted: false }, 2);
    await hear('proposal.made.v1', randomUUID(), { needId: uninvited, agencyId });
    expect((await found(assistantId))?.responses).toEqual({ answered: 1, missed: 1 });
  });

  it('sees that an agency is suspended, and forgets whoever is withdrawn', async () => {
    const { assistantId, agencyId } = await anAssistant();
    expect(await found(assistantId)).toMatchObject({ agencyStatus: 'verified' });
    await hear('agency.suspended.v1', agencyId, {}, 3);
    expect(await found(assistantId)).toMatchObject({ agencyStatus: 'suspended' });
    await hear('assistant.withdrawn.v1', assistantId, { agencyId }, 3);
    expect(await found(assistantId)).toBeUndefined();
    await hear('assistant.listed.v1', assistantId, { ...listing, agencyId }, 4);
    expect(await found(assistantId)).toMatchObject({ calendarVersion: 4 });
  });

  it('misses nothing that was begun before a look and committed after it', async () => {
    const [slow, quick, agencyId] = [randomUUID(), randomUUID(), randomUUID()];
    let commit: () => void = () => undefined;
    const mayCommit = new Promise<void>((resolve) => (commit = resolve));
    let isWritten: () => void = () => undefined;
    const written = new Promise<void>((resolve) => (isWritten = resolve));
    const slowly = inTransaction(async (tx) => {
      await hear('assistant.listed.v1', slow, { ...listing, agencyId }, 2, tx);
      isWritten();
      await mayCommit;
    });
    await written;
    await hear('assistant.listed.v1', quick, { ...listing, agencyId }, 2);
    expect(await found(quick)).toBeDefined();
    expect(await found(slow)).toBeUndefined();
    commit();
    await slowly;
    expect(await found(slow)).toBeDefined();
  });

  it('is the same in a process that starts now as in one that has followed all along', async () => {
    await found(randomUUID());
    const fresh = new Supply(new SupplySnapshot(null));
    await inTransaction((tx) => fresh.refresh(tx));
    expect(byId(fresh.columns.candidates())).toEqual(byId(supply.columns.candidates()));
  });

  it('comes out of the events alone as it comes out of the tables', async () => {
    await inTransaction((tx) => supply.refresh(tx));
    const rebuilt = new SupplyInMemory(supply.columns.prices.rates);
    await rebuilt.take(tables.heard);
    rebuilt.finish();
    expect(rebuilt.columns.size).toBeGreaterThan(5);
    expect(byId(rebuilt.columns.candidates())).toEqual(byId(supply.columns.candidates()));
    expect(rebuilt.marketplaceQuality).toBe(supply.marketplaceQuality);
  });
});
