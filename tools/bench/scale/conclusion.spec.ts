import { conclusion } from './conclusion.js';

const used = { api: 18, matchers: 9, postgres: 9, kafka: 3.6 };

describe('what ten thousand bookings an hour come to', () => {
  it('is told from what is the most wanting, with the cores that it takes', () => {
    const told = conclusion({
      bookings: { perSecond: 27.8, events: 20, handled: 60, used },
      shortlists: { assistants: 100_000, perSecond: 83.3 },
      events: { perSecond: 1_000, p99: 40 },
      supply: { assistants: 1_000_000, bytes: 2 ** 30, seconds: 12, p50: 60 },
    });
    const rows = told.split('\n').filter((line) => line.includes('times the mean'));
    expect(
      rows.map((row) => row.split('|').map((cell) => cell.trim())).map(([, what, mean, , , is]) => [what, mean, is]),
    ).toEqual([
      ['bookings with need, shortlist and agreement', '2.8', '10.0 times the mean'],
      ['events to Kafka and their consumer', '55.6', '18.0 times the mean'],
      ['shortlists among 100,000', '2.8', '30.0 times the mean'],
    ]);
    // 2.8 a second of 18 ms each are a twentieth of a core, and thrice that in the busiest hour.
    expect(told).toMatch(/\| api +\| 0\.05 +\| 0\.15 +\|/);
    expect(told).toContain('167 a second');
    expect(told).toContain('1024 MB with 1,000,000 assistants');
  });

  it('is nothing without a figure of bookings', () => {
    expect(conclusion({})).toBe('');
  });
});
