import { marketplace } from '#access';
import {
  type AbsentTime,
  type AgreementId,
  type AssistantId,
  changeOfPrice,
  type DutyRun,
  type DutyRunId,
  pricedRun,
  type PricedRuns,
  scorecardOf,
  scorecardOfTallies,
  tallyOfRun,
  versionInForce,
  workOfTallies,
} from '#domain';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { AgreementStore } from '../agreements/agreement.store.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { anEngagement } from '../testing/engagements.js';
import { testApi } from '../testing/test-api.js';
import { DutyRunStore, dutyRunStates } from './duty-run.store.js';
import { RunTallies } from './run-tallies.js';

const api = await testApi();
const { owner: client } = api;
const engaged = await anEngagement(api, await aBookableAssistant(api));
const [pattern] = await api.app.get(DutyRunStore, { strict: false }).ofEngagement(marketplace, engaged.id);
const { state: agreement } = await api.app.get(AgreementStore, { strict: false }).load(marketplace, engaged.id);
const { terms } = versionInForce(agreement)!;
afterAll(() => api.close());

const startMs = Date.parse('2026-01-05T00:00:00.000Z');
const dayMs = 86_400_000;
const at = (days: number): string => new Date(startMs + days * dayMs).toISOString();

/** Runs as rules could have left them, over 60 days. */
const aRun = fc
  .record({
    line: fc.constantFrom('inbox', 'books', 'calls'),
    dutyCode: fc.constantFrom('inbox-triage', 'bookkeeping', 'unknown-duty'),
    status: fc.constantFrom('scheduled', 'done', 'returned', 'accepted', 'cancelled' as const),
    start: fc.integer({ min: 0, max: 59 }),
    days: fc.integer({ min: 1, max: 7 }),
    volume: fc.integer({ min: 1, max: 20 }),
    doneAfter: fc.integer({ min: 0, max: 14 }),
    minutes: fc.integer({ min: 0, max: 600 }),
    timesReturned: fc.integer({ min: 0, max: 2 }),
    bySilence: fc.boolean(),
    quality: fc.option(fc.integer({ min: 1, max: 5 })),
    owed: fc.option(fc.integer({ min: 0, max: 20 })),
  })
  .map((one): DutyRun => {
    const { start, days, volume } = one;
    const isReturned = one.status === 'returned';
    const plan = {
      ...pattern!,
      dutyRunId: randomUUID() as DutyRunId,
      lineId: one.line,
      dutyCode: one.dutyCode,
      startsAt: at(start),
      dueAt: at(start + days),
      periodStartsOn: at(start).slice(0, 10),
      periodEndsOn: at(start + days - 1).slice(0, 10),
      volume,
      timesReturned: one.status === 'scheduled' ? 0 : Math.max(isReturned ? 1 : 0, one.timesReturned),
    };
    const doneAt = at(start + one.doneAfter);
    const work = {
      doneAt,
      reportedAt: doneAt,
      firstDoneAt: doneAt,
      minutes: one.minutes,
      quantity: volume,
      evidence: [],
      ...(one.owed !== null && { owed: one.owed }),
    };
    switch (one.status) {
      case 'scheduled':
        return { ...plan, status: 'scheduled' };
      case 'cancelled':
        return { ...plan, status: 'cancelled', cancelledAt: at(start) };
      case 'done':
        return { ...plan, ...work, status: 'done', silenceAcceptsAt: at(70) };
      case 'returned':
        return { ...plan, ...work, status: 'returned', reason: 'Not yet', returnedAt: doneAt };
      default:
        return {
          ...plan,
          ...work,
          status: 'accepted',
          acceptedAt: doneAt,
          bySilence: one.bySilence,
          quality: one.bySilence ? null : one.quality,
          rest: null,
          invoiceId: null,
        };
    }
  });

const anAbsence = fc
  .record({
    from: fc.integer({ min: 0, max: 60 }),
    days: fc.option(fc.integer({ min: 1, max: 20 })),
    isHers: fc.boolean(),
    isForThis: fc.boolean(),
  })
  .map(({ from, days, isHers, isForThis }): AbsentTime => ({
    assistantId: (isHers ? engaged.assistantId : randomUUID()) as AssistantId,
    startsAt: at(from),
    endsAt: days === null ? null : at(from + days),
    agreementId: isForThis ? (engaged.id as AgreementId) : null,
  }));

async function replaceRuns(runs: readonly DutyRun[]): Promise<void> {
  await client.query(`DELETE FROM api.duty_run WHERE engagement_id = $1`, [engaged.id]);
  for (const run of runs) {
    await client.query(
      `INSERT INTO api.duty_run (id, version, engagement_id, business_id, agency_id, assistant_id, status, line_id, period_number,
                                 starts_at, silence_accepts_at, state)
       VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        run.dutyRunId,
        engaged.id,
        run.businessId,
        run.agencyId,
        run.assistantId,
        run.status,
        run.lineId,
        run.periodNumber,
        run.startsAt,
        run.status === 'done' ? run.silenceAcceptsAt : null,
        JSON.stringify(dutyRunStates.keep(run)),
      ],
    );
  }
}

describe('a scorecard that is counted by the database', () => {
  const unitMinutes = (dutyCode: string): number | undefined => ({ 'inbox-triage': 15, bookkeeping: 40 })[dutyCode];
  const inOrder = (runs: readonly DutyRun[]): DutyRun[] =>
    runs.toSorted((a, b) => (a.lineId < b.lineId ? -1 : a.lineId > b.lineId ? 1 : 0));

  it('is the one that the domain makes of the same runs, whatever became of them and whoever was away', async () => {
    const tallies = api.app.get(RunTallies, { strict: false });
    await fc.assert(
      fc.asyncProperty(
        fc.array(aRun, { maxLength: 25 }),
        fc.array(anAbsence, { maxLength: 3 }),
        fc.integer({ min: 0, max: 75 }).map(at),
        async (drawn, absences, now) => {
          const runs = drawn.map((run, index) => ({ ...run, periodNumber: index + 1 }));
          await replaceRuns(runs);
          const counted = { absences, now, unitMinutes };
          const ofEngagement = await tallies.of(marketplace, { engagementId: engaged.id }, counted);
          expect(scorecardOfTallies(ofEngagement)).toEqual(scorecardOf(inOrder(runs), absences, now, unitMinutes));
          const since = at(20);
          const ofHers = await tallies.of(marketplace, { assistantId: engaged.assistantId, since }, counted);
          const late = inOrder(runs.filter(({ startsAt }) => startsAt >= since));
          expect(scorecardOfTallies(ofHers)).toEqual(scorecardOf(late, absences, now, unitMinutes));
          const [dutyCode, before] = ['bookkeeping', at(40)];
          const ofDuty = { engagementId: engaged.id, dutyCode, from: since, before };
          const books = late.filter((run) => run.dutyCode === dutyCode && run.startsAt < before);
          expect(workOfTallies(await tallies.of(marketplace, ofDuty, counted))).toEqual(
            workOfTallies(books.map((run) => tallyOfRun(run, absences, now, unitMinutes))),
          );
          const priced = await api.app.get(DutyRunStore, { strict: false }).priced(marketplace, engaged.id, now);
          const costs = (of: readonly PricedRuns[]) => changeOfPrice(terms, terms, of, now);
          expect(costs(priced)).toEqual(costs(runs.map((run) => pricedRun(run, now))));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('leaves what another release has kept to the domain', async () => {
    const [run] = fc.sample(aRun, 1);
    await replaceRuns([run!]);
    await client.query(
      `UPDATE api.duty_run SET state = state - 'timesReturned' - 'stateVersion' || jsonb_build_object('returnedTimes', 2)
        WHERE engagement_id = $1`,
      [engaged.id],
    );
    const now = at(75);
    const tallies = api.app.get(RunTallies, { strict: false });
    const counted = await tallies.of(
      marketplace,
      { engagementId: engaged.id },
      { absences: [], now, unitMinutes: () => 1 },
    );
    const runs = await api.app.get(DutyRunStore, { strict: false }).ofEngagement(marketplace, engaged.id);
    expect(runs[0]!.timesReturned).toBe(2);
    expect(scorecardOfTallies(counted)).toEqual(scorecardOf(runs, [], now, () => 1));
  });
});
