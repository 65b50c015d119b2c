import { catalogueLanguages, jurisdictions } from '#domain';
import { recorded, trainingCourses } from './index.js';

describe('the training on working at home', () => {
  it.each(jurisdictions)('of %s has lessons in three languages, each with its rule and questions', (jurisdiction) => {
    const { lessons, legalBasis } = trainingCourses[jurisdiction];
    expect(legalBasis.length).toBeGreaterThan(0);
    expect(lessons.map(({ code }) => code)).toEqual([
      'screen',
      'chair-and-desk',
      'light-and-air',
      'breaks',
      'electricity-and-way-out',
      'mental-load',
    ]);
    for (const { text, source, questions } of lessons) {
      expect(source).not.toBe('');
      for (const language of catalogueLanguages) expect(new Set(text.map((part) => part[language])).size).toBe(3);
      expect(questions.length).toBeGreaterThan(0);
    }
  });

  it('asks what has one right answer, worded as a question', () => {
    for (const { code, questions } of trainingCourses.eu.lessons) {
      for (const { question, options, right } of questions) {
        expect([code, options.filter((option) => option.code === right).length]).toEqual([code, 1]);
        expect(new Set(options.map((option) => option.code)).size).toBe(options.length);
        expect(Object.values(question).every((text) => text.includes('?'))).toBe(true);
      }
    }
  });

  it('goes with what is recorded of the work, said to whoever does it', () => {
    expect(recorded.map(({ code }) => code)).toContain('nothing-else');
  });
});
