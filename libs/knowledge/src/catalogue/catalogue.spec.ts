import { catalogueLanguages, dutyGroups, type Worded } from '#domain';
import { catalogueCodes, catalogueDuties, catalogueSkills } from './index.js';

const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);
const unworded = (worded: Worded): boolean => catalogueLanguages.some((language) => worded[language].trim() === '');
const codesOf = (entries: readonly { readonly code: string }[]): string[] => entries.map(({ code }) => code);

describe('the catalogue', () => {
  it('names everything by a kebab-case code of its own', () => {
    for (const codes of [codesOf(catalogueDuties), codesOf(catalogueSkills)]) {
      expect(repeated(codes)).toEqual([]);
      expect(codes.filter((code) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) || code.length > 60)).toEqual([]);
    }
  });

  it('has duties in every group, and in no other', () => {
    expect(new Set(catalogueDuties.map(({ group }) => group))).toEqual(new Set(dutyGroups));
  });

  it('words label, unit and done criterion of every duty in every language', () => {
    const lacking = catalogueDuties.filter((duty) => [duty.label, duty.unit, duty.doneCriterion].some(unworded));
    expect(codesOf(lacking)).toEqual([]);
    expect(codesOf(catalogueSkills.filter(({ label }) => unworded(label)))).toEqual([]);
  });

  it('reckons with whole minutes that fit a week', () => {
    const odd = catalogueDuties.filter(
      ({ indicativeMinutes: minutes }) => !Number.isInteger(minutes) || minutes < 1 || minutes > 2400,
    );
    expect(codesOf(odd)).toEqual([]);
  });

  it('ties every skill to duties that exist, each once', () => {
    const loose = catalogueSkills.filter(({ dutyCodes }) => {
      const known = dutyCodes.every((code) => catalogueCodes.dutyCodes.has(code));
      return !known || dutyCodes.length === 0 || repeated(dutyCodes).length > 0;
    });
    expect(codesOf(loose)).toEqual([]);
  });

  it('gives the codes alone to whoever only asks what exists', () => {
    expect([...catalogueCodes.dutyCodes]).toEqual(codesOf(catalogueDuties));
    expect([...catalogueCodes.skillCodes]).toEqual(codesOf(catalogueSkills));
  });
});
