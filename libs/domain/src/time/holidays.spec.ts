import { workingDayFrom } from './holidays.js';

const holidays = new Set(['2026-04-03', '2026-04-06', '2026-05-01']);

describe('the day by which work is due', () => {
  it('is the day itself where that is no public holiday, weekends included', () => {
    expect(workingDayFrom('2026-04-02', holidays)).toBe('2026-04-02');
    expect(workingDayFrom('2026-04-05', holidays)).toBe('2026-04-05');
  });

  it('moves over holidays and the weekend between them', () => {
    expect(workingDayFrom('2026-04-03', holidays)).toBe('2026-04-07');
    expect(workingDayFrom('2026-05-01', holidays)).toBe('2026-05-04');
  });
});
