import type { Assistant } from '../roster/roster-queries';
import { fitsOf } from './fit';
import type { OpenNeed } from './open-need-queries';

const need = {
  lines: [{ dutyCode: 'inbox-triage' }, { dutyCode: 'receipt-capture' }],
  hourlyRateCap: { amountMinor: 2_000, currency: 'EUR' },
} as OpenNeed;
const assistant = (displayName: string, dutyCodes: string[], amountMinor: number, more: Partial<Assistant> = {}) =>
  ({ displayName, dutyCodes, hourlyRate: { amountMinor, currency: 'EUR' }, status: 'published', ...more }) as Assistant;
const namesOf = (assistants: Assistant[], of = need) =>
  fitsOf(of, assistants).map(({ assistant: { displayName } }) => displayName);

describe('who of an agency fits an open need', () => {
  const both = ['inbox-triage', 'receipt-capture'];

  it('is who does most of it, then who costs least', () => {
    const roster = [
      assistant('One', ['inbox-triage'], 1_000),
      assistant('Dear', both, 1_900),
      assistant('Fair', both, 1_500),
    ];
    expect(namesOf(roster)).toEqual(['Fair', 'Dear', 'One']);
  });

  it('is nobody above the cap, unlisted, or who does none of it', () => {
    const roster = [
      assistant('Above', both, 2_001),
      assistant('Paused', both, 1_000, { status: 'paused' }),
      assistant('Other', ['bookkeeping'], 1_000),
    ];
    expect(namesOf(roster)).toEqual([]);
    expect(namesOf(roster, { ...need, hourlyRateCap: null })).toEqual(['Above']);
  });

  it('compares no prices of two currencies', () => {
    const dollars = assistant('Dollars', both, 2_500, { hourlyRate: { amountMinor: 2_500, currency: 'USD' } });
    expect(namesOf([dollars])).toEqual(['Dollars']);
  });
});
