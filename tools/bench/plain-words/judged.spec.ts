import { readFileSync } from 'node:fs';
import { catalogueLanguages, type DutyGroup, dutyGroups } from '#domain';
import { catalogueCodes, catalogueDuties } from '#knowledge/catalogue';

interface JudgedText {
  readonly id: string;
  readonly text: string;
  readonly half: string;
}
interface JudgedNeed extends JudgedText {
  readonly relevant: Readonly<Record<string, number>>;
}
type FreshText = Omit<JudgedNeed, 'half'>;
type Grades = Readonly<Record<string, number>>;

const folder = 'tools/bench/plain-words/judged';
const halves = ['tune', 'unseen'] as const;
const grades: ReadonlySet<number> = new Set([1, 2, 3]);

/** Decodes strictly: a byte that is no UTF-8 fails here instead of turning into a replacement character. */
const textOf = (name: string): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(`${folder}/${name}`));
const linesOf = (name: string): string[] => textOf(name).trimEnd().split('\n');
const rowsOf = <T extends { readonly id: string }>(name: string): T[] =>
  linesOf(name).map((line) => JSON.parse(line) as T);

const needsIn = Object.fromEntries(
  [...catalogueLanguages, 'mixed'].map((language) => [language, rowsOf<JudgedNeed>(`needs.${language}.jsonl`)]),
);
const outOfScopeIn = Object.fromEntries(
  catalogueLanguages.map((language) => [language, rowsOf<JudgedText>(`out-of-scope.${language}.jsonl`)]),
);
const halvedTexts: readonly JudgedText[] = [...Object.values(needsIn), ...Object.values(outOfScopeIn)].flat();
const freshIn = Object.fromEntries(
  catalogueLanguages.map((language) => [language, rowsOf<FreshText>(`fresh.${language}.jsonl`)]),
);
const laterHalves = ['tuning', 'sealed'] as const;
const laterIn = Object.fromEntries(
  [...catalogueLanguages, 'mixed'].flatMap((language) =>
    laterHalves.map((half) => [`${half} ${language}`, rowsOf<FreshText>(`later-${half}.${language}.jsonl`)]),
  ),
);
const finalIn = Object.fromEntries(
  catalogueLanguages.map((language) => [language, rowsOf<FreshText>(`final.${language}.jsonl`)]),
);
const lastIn = Object.fromEntries(
  catalogueLanguages.map((language) => [language, rowsOf<FreshText>(`last.${language}.jsonl`)]),
);
const newestIn = Object.fromEntries(
  catalogueLanguages.map((language) => [language, rowsOf<FreshText>(`newest.${language}.jsonl`)]),
);
const unheardIn = Object.fromEntries(
  catalogueLanguages.map((language) => [language, rowsOf<FreshText>(`unheard.${language}.jsonl`)]),
);
const everyText: readonly Omit<JudgedText, 'half'>[] = [
  ...halvedTexts,
  ...Object.values(freshIn).flat(),
  ...Object.values(laterIn).flat(),
  ...Object.values(finalIn).flat(),
  ...Object.values(lastIn).flat(),
  ...Object.values(newestIn).flat(),
  ...Object.values(unheardIn).flat(),
];
const mapping = JSON.parse(textOf('imported-relevant.json')) as Record<string, Grades>;
const importedRows = linesOf('imported-catalogue.csv').slice(1);
const importedIds = importedRows.map((row) => row.slice(0, row.indexOf(',')));

const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);
const groupOf = new Map(catalogueDuties.map(({ code, group }) => [code, group]));
/** The groups in which something is meant exactly. */
const groupsMeant = (needs: readonly FreshText[]): Set<DutyGroup | undefined> =>
  new Set(
    needs.flatMap(({ relevant }) =>
      Object.keys(relevant)
        .filter((code) => relevant[code] === 3)
        .map((code) => groupOf.get(code)),
    ),
  );
const badlyGraded = (judged: Grades, known: ReadonlySet<string>): string[] =>
  Object.entries(judged).flatMap(([code, grade]) => (known.has(code) && grades.has(grade) ? [] : [code]));
const halfOf = <T extends JudgedText>(rows: readonly T[], half: string): T[] => rows.filter((row) => row.half === half);

describe('the judged sets for plain words', () => {
  it('give every text an id of its own and no text twice, and all but the fresh ones one half', () => {
    expect(repeated(everyText.map(({ id }) => id))).toEqual([]);
    expect(repeated(everyText.map(({ text }) => text))).toEqual([]);
    expect(halvedTexts.filter(({ half }) => !halves.some((known) => known === half))).toEqual([]);
    expect(everyText.filter(({ text }) => text === '' || text !== text.trim())).toEqual([]);
  });

  it('judge by duties of the catalogue, with grades from 1 to 3', () => {
    for (const need of Object.values(needsIn).flat()) {
      expect([need.id, badlyGraded(need.relevant, catalogueCodes.dutyCodes)]).toEqual([need.id, []]);
      expect(Object.keys(need.relevant)).not.toHaveLength(0);
    }
  });

  it.each(catalogueLanguages)(
    'have at least 120 needs and 45 texts out of scope in %s, at least 40%% in each half',
    (language) => {
      expect(needsIn[language]!.length).toBeGreaterThanOrEqual(120);
      expect(outOfScopeIn[language]!.length).toBeGreaterThanOrEqual(45);
      for (const rows of [needsIn[language]!, outOfScopeIn[language]!])
        for (const half of halves)
          expect(halfOf<JudgedText>(rows, half).length / rows.length).toBeGreaterThanOrEqual(0.4);
    },
  );

  it.each(catalogueLanguages)(
    'mean something of every group in both halves, and every duty somewhere, in %s',
    (language) => {
      const needs = needsIn[language]!;
      for (const half of halves) expect(groupsMeant(halfOf(needs, half))).toEqual(new Set(dutyGroups));
      const judged = new Set(needs.flatMap(({ relevant }) => Object.keys(relevant)));
      expect(catalogueDuties.map(({ code }) => code).filter((code) => !judged.has(code))).toEqual([]);
    },
  );

  it.each(catalogueLanguages)('have 60 fresh texts out of scope and 40 needs of every group in %s', (language) => {
    const fresh = freshIn[language]!;
    const needs = fresh.filter(({ relevant }) => Object.keys(relevant).length > 0);
    expect([fresh.length - needs.length, needs.length]).toEqual([60, 40]);
    expect(fresh.filter((row) => Object.keys(row).join() !== 'id,text,relevant')).toEqual([]);
    expect(fresh.filter(({ id }) => !new RegExp(`^fresh-${language}-\\d{3}$`).test(id))).toEqual([]);
    for (const { id, relevant } of needs) {
      expect([id, badlyGraded(relevant, catalogueCodes.dutyCodes)]).toEqual([id, []]);
      expect([id, Object.values(relevant)]).toEqual([id, expect.arrayContaining([3])]);
    }
    expect(groupsMeant(needs)).toEqual(new Set(dutyGroups));
  });

  it.each(catalogueLanguages.flatMap((language) => laterHalves.map((half) => [half, language] as const)))(
    'have 40 later texts out of scope and 37 needs of every group or more in the %s half of %s',
    (half, language) => {
      const later = laterIn[`${half} ${language}`]!;
      const needs = later.filter(({ relevant }) => Object.keys(relevant).length > 0);
      expect(later.length - needs.length).toBe(40);
      expect(needs.length).toBeGreaterThanOrEqual(37);
      expect(groupsMeant(needs)).toEqual(new Set(dutyGroups));
    },
  );

  it.each(catalogueLanguages)(
    'have 45 final needs of every group and 25 texts out of scope, or more, in %s',
    (language) => {
      const needs = finalIn[language]!.filter(({ relevant }) => Object.keys(relevant).length > 0);
      expect(needs.length).toBeGreaterThanOrEqual(45);
      expect(finalIn[language]!.length - needs.length).toBeGreaterThanOrEqual(25);
      expect(groupsMeant(needs)).toEqual(new Set(dutyGroups));
    },
  );

  it.each(catalogueLanguages)('have 60 last needs and 40 texts out of scope in %s', (language) => {
    const needs = lastIn[language]!.filter(({ relevant }) => Object.keys(relevant).length > 0);
    expect([needs.length, lastIn[language]!.length - needs.length]).toEqual([60, 40]);
  });

  it.each(catalogueLanguages)('have 70 newest needs of every group and 40 texts out of scope in %s', (language) => {
    const needs = newestIn[language]!.filter(({ relevant }) => Object.keys(relevant).length > 0);
    expect([needs.length, newestIn[language]!.length - needs.length]).toEqual([70, 40]);
    expect(groupsMeant(needs)).toEqual(new Set(dutyGroups));
  });

  it.each(catalogueLanguages)('have 20 unheard needs and 20 texts out of scope in %s', (language) => {
    const needs = unheardIn[language]!.filter(({ relevant }) => Object.keys(relevant).length > 0);
    expect([needs.length, unheardIn[language]!.length - needs.length]).toEqual([20, 20]);
  });

  it('judge later, final, last, newest and unheard texts by duties of the catalogue, with grades from 1 to 3', () => {
    for (const { id, relevant } of [laterIn, finalIn, lastIn, newestIn, unheardIn]
      .flatMap((each) => Object.values(each))
      .flat()) {
      expect([id, badlyGraded(relevant, catalogueCodes.dutyCodes)]).toEqual([id, []]);
    }
  });

  it('carry every duty over to the catalogue of services, and use every entry of it', () => {
    const ids = linesOf('services-catalogue.csv')
      .slice(1)
      .map((row) => row.slice(0, row.indexOf(',')));
    const judgments = JSON.parse(textOf('services-relevant.json')) as Record<string, Grades>;
    expect(new Set(Object.keys(judgments))).toEqual(catalogueCodes.dutyCodes);
    const known = new Set(ids);
    for (const [code, judged] of Object.entries(judgments)) {
      expect([code, Object.keys(judged).length > 0, badlyGraded(judged, known)]).toEqual([code, true, []]);
    }
    expect(new Set(Object.values(judgments).flatMap((judged) => Object.keys(judged)))).toEqual(known);
  });

  it('carry every duty over to the imported catalogue, and use every imported entry', () => {
    const known = new Set(importedIds);
    expect(new Set(Object.keys(mapping))).toEqual(catalogueCodes.dutyCodes);
    for (const [code, judged] of Object.entries(mapping))
      expect([code, badlyGraded(judged, known)]).toEqual([code, []]);
    const used = new Set(Object.values(mapping).flatMap((judged) => Object.keys(judged)));
    expect(importedIds.filter((id) => !used.has(id))).toEqual([]);
  });

  it('have an imported catalogue of 90 entries with ids of their own', () => {
    expect(importedIds).toHaveLength(90);
    expect(repeated(importedIds)).toEqual([]);
    expect(importedIds.filter((id) => !/^D-[A-Z]{2}-\d{2}$/.test(id))).toEqual([]);
  });
});
