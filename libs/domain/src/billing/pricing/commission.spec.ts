import { refusalOf } from '../../refusals.examples.js';
import { type CommissionSchedule, demandCommissionSchedule, scheduleOn, tierReached } from './commission.js';

const schedule = (effectiveOn: string, ...tiers: [number, number][]): CommissionSchedule => ({
  effectiveOn,
  currency: 'EUR',
  tiers: tiers.map(([fromMinor, bps]) => ({ fromMinor, bps })),
});

describe('the commission of an agency', () => {
  it('is that of the schedule in force, and goes by what was invoiced', () => {
    const [old, recent] = [schedule('2026-01-01', [0, 1_000]), schedule('2026-03-01', [0, 900], [5_000, 700])];
    expect(scheduleOn([recent, old], '2025-12-31')).toBeNull();
    expect(scheduleOn([recent, old], '2026-02-28')).toBe(old);
    expect(scheduleOn([recent, old], '2026-03-01')).toBe(recent);
    expect([-1, 0, 4_999, 5_000].map((volume) => tierReached(recent, volume).bps)).toEqual([900, 900, 900, 700]);
  });

  it('is decided for today or later, in tiers that begin with nothing and go up', () => {
    const refused = (one: CommissionSchedule) =>
      refusalOf(() => demandCommissionSchedule(one, '2026-03-01'))?.split(' ')[0] ?? null;
    expect(refused(schedule('2026-03-01', [0, 0], [1, 10_000]))).toBeNull();
    expect(refused(schedule('2026-02-28', [0, 0]))).toBe('commission.in-the-past');
    for (const tiers of [
      [],
      [[1, 0]],
      [
        [0, 0],
        [0, 1],
      ],
      [[0, 10_001]],
      [[0, -1]],
    ] as [number, number][][]) {
      expect([tiers, refused(schedule('2026-03-01', ...tiers))]).toEqual([tiers, 'commission.bad-tiers']);
    }
  });
});
