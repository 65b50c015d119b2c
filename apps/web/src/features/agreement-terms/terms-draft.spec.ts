import type { Version } from '../agreements/agreement-queries';
import type { Duty } from '../catalogue/use-catalogue';
import { draftOf, givenOf, lineOf } from './terms-draft';

const duty = {
  code: 'inbox-triage',
  label: 'Sort the inbox',
  doneCriterion: 'No message is older than a day.',
  unit: 'session',
  indicativeMinutes: 20,
  mode: 'routine',
} as unknown as Duty;
const terms = draftOf({
  lines: [],
  channels: ['email'],
  hourlyRate: { amountMinor: 1_790, currency: 'EUR' },
} as unknown as Version);

describe('terms being written', () => {
  it('gain a duty at what an hour costs for the time that it takes, to the nearest cent', () => {
    const line = lineOf(duty, terms, 'EUR');
    expect(line).toMatchObject({
      lineId: 'inbox-triage',
      unitPrice: { amountMinor: 597 },
      volume: 1,
      cadence: 'monthly',
    });
    expect(line.accountable).toEqual([{ party: 'assistant' }]);
  });

  it('call no two lines the same, in at most forty characters', () => {
    const long = { ...duty, code: 'a'.repeat(50) };
    let lines = terms.lines;
    for (let count = 0; count < 12; count += 1) lines = [...lines, lineOf(long, { ...terms, lines }, 'EUR')];
    const ids = lines.map(({ lineId }) => lineId);
    expect(new Set(ids).size).toBe(12);
    expect(Math.max(...ids.map(({ length }) => length))).toBeLessThanOrEqual(40);
  });

  it('leave an hour without a price as it is', () => {
    expect(givenOf({ ...terms, hourlyRate: null })).not.toHaveProperty('hourlyRate');
    expect(givenOf(terms)).toHaveProperty('hourlyRate.amountMinor', 1_790);
  });
});
