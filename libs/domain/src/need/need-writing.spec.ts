import { refusalOf } from '../refusals.examples.js';
import { hoursOf, lineOf, wordsAfter } from './need-writing.js';

const before = { text: 'El correo se amontona', language: null };
const worded = { en: 'Sorted', es: 'Ordenado', ca: 'Endreçat' };

describe('writing a need', () => {
  it('replaces words, takes them back, or says in which language they are', () => {
    expect(wordsAfter({}, before)).toBeUndefined();
    expect(wordsAfter({ words: null }, before)).toBeNull();
    expect(wordsAfter({ words: 'The inbox' }, before)).toEqual({ text: 'The inbox', language: null });
    expect(wordsAfter({ language: 'es' }, before)).toEqual({ text: 'El correo se amontona', language: 'es' });
    expect(refusalOf(() => wordsAfter({ language: 'es' }, null))).toBe('need.words-missing words');
  });

  it("takes the catalogue's word for when a line is done, unless the business has its own", () => {
    const line = { lineId: 'one', dutyCode: 'inbox-triage', volume: 1, cadence: 'weekly', importance: 3 } as const;
    const duties = { duty: () => ({ doneCriterion: worded }) as never };
    expect(lineOf(line, 'es', duties).doneCriterion).toBe('Ordenado');
    expect(lineOf({ ...line, doneCriterion: 'Empty' }, 'es', duties).doneCriterion).toBe('Empty');
    expect(lineOf(line, 'es', { duty: () => undefined }).doneCriterion).toBe('-');
  });

  it('wants hours of a week or one window, and not half of either', () => {
    const timeZone = 'Europe/Madrid';
    const weekly = [{ weekday: 1, start: '09:00', end: '12:00' }];
    const [startAt, endAt] = ['2026-02-02T09:00:00.000Z', '2026-02-02T12:00:00.000Z'];
    expect(hoursOf({ kind: 'weekly', timeZone, weekly })).toEqual({ kind: 'weekly', timeZone, weekly });
    expect(hoursOf({ kind: 'window', timeZone, startAt, endAt })).toEqual({ kind: 'window', timeZone, startAt, endAt });
    for (const written of [
      { kind: 'weekly', timeZone },
      { kind: 'weekly', timeZone, weekly, startAt },
      { kind: 'window', timeZone, startAt },
      { kind: 'window', timeZone, startAt, endAt, weekly },
    ] as const) {
      expect(refusalOf(() => hoursOf(written))).toBe('need.incomplete-hours hours');
    }
  });
});
