import { chartCodes } from '#knowledge/charts';
import { catalogueLanguages, dutyGroups, jurisdictions } from '#domain';
import type { DataFile, Entry } from './data-file.js';

/** What no file shows by itself: names that are there twice, or that nothing has, and files that nobody reads. */
export function crossFaults(files: readonly DataFile[]): string[] {
  return [
    ...unreadFiles(files),
    ...namedKinds.flatMap((kind) => repeatedNames(files, kind)),
    ...unknownDuties(files),
    ...misplacedPhrases(files),
    ...unaskedGroups(files),
    ...questionFaults(files),
    ...lessonFaults(files),
    ...disorderedRates(files),
    ...chartFaults(files),
    ...files.flatMap(repeatedPhrases),
  ];
}

const namedKinds = [
  'duties',
  'skills',
  'concepts',
  'out-of-scope',
  'checklists/questions',
  'lessons/lessons',
  'lessons/recorded',
  'refused',
  'duty-groups',
  'other-languages',
  'how-well',
] as const;

/** Of one kind: the file of that name, or all in the folder. */
const entriesOf = (files: readonly DataFile[], kind: string): readonly Entry[] =>
  files
    .filter(({ name }) => name === `${kind}.json` || name.startsWith(`${kind}/`))
    .flatMap(({ content }) => content.entries);

/** An area of duties or a checklist is read where the domain names it; of concepts and topics every file is. */
function unreadFiles(files: readonly DataFile[]): string[] {
  const named = ['duties', 'phrases'].flatMap((folder) => dutyGroups.map((group) => `${folder}/${group}.json`));
  const checklists = ['questions', ...jurisdictions].map((name) => `checklists/${name}.json`);
  const wanted = new Set([
    'skills.json',
    'holidays/public.json',
    'duty-groups.json',
    'other-languages.json',
    'how-well.json',
    'vat-rates/standard.json',
    'reference-rates/ecb.json',
    ...chartCodes.map((code) => `charts/${code}.json`),
    ...named,
    ...checklists,
    ...['lessons', 'recorded', ...jurisdictions].map((name) => `lessons/${name}.json`),
  ]);
  const present = new Set(files.map(({ name }) => name));
  const isRead = (name: string): boolean => wanted.has(name) || /^(concepts|out-of-scope|refused)\/[^/]+$/.test(name);
  return [
    ...[...wanted].filter((name) => !present.has(name)).map((name) => `${name}: is missing`),
    ...[...present].filter((name) => !isRead(name)).map((name) => `${name}: nothing reads it`),
  ];
}

function repeatedNames(files: readonly DataFile[], kind: string): string[] {
  const names = entriesOf(files, kind).map(({ code, about }) => code ?? about ?? '');
  return repeated(names).map((name) => `${kind}: ${name} is there twice`);
}

function unknownDuties(files: readonly DataFile[]): string[] {
  const duties = codesOf(entriesOf(files, 'duties'));
  return entriesOf(files, 'skills').flatMap(({ code, dutyCodes = [] }) =>
    dutyCodes.filter((duty) => !duties.has(duty)).map((duty) => `skills: ${code} names ${duty}, which is no duty`),
  );
}

/** The phrases of a duty stand once, in the file that is called like the duty's. */
function misplacedPhrases(files: readonly DataFile[]): string[] {
  return dutyGroups.flatMap((group) => {
    const duties = [...codesOf(entriesOf(files, `duties/${group}`))];
    const phrased = entriesOf(files, `phrases/${group}`).map(({ dutyCode }) => dutyCode ?? '');
    const file = `phrases/${group}.json`;
    return [
      ...repeated(phrased).map((code) => `${file}: ${code} is there twice`),
      ...duties.filter((code) => !phrased.includes(code)).map((code) => `${file}: ${code} has no phrases`),
      ...phrased.filter((code) => !duties.includes(code)).map((code) => `${file}: ${code} is no duty of this area`),
    ];
  });
}

/** Each group of duties has its question, and nothing else has one. */
function unaskedGroups(files: readonly DataFile[]): string[] {
  const asked = codesOf(entriesOf(files, 'duty-groups'));
  return [
    ...dutyGroups.filter((group) => !asked.has(group)).map((group) => `duty-groups.json: ${group} is missing`),
    ...[...asked]
      .filter((code) => !dutyGroups.some((group) => group === code))
      .map((code) => `duty-groups.json: ${code} is no group of duties`),
  ];
}

function questionFaults(files: readonly DataFile[]): string[] {
  const questions = codesOf(entriesOf(files, 'checklists/questions'));
  const asked = new Set<string>();
  const faults = jurisdictions.flatMap((jurisdiction) => {
    const codes = entriesOf(files, `checklists/${jurisdiction}`).map(({ questionCode }) => questionCode ?? '');
    for (const code of codes) asked.add(code);
    const file = `checklists/${jurisdiction}.json`;
    return [
      ...repeated(codes).map((code) => `${file}: ${code} is asked twice`),
      ...codes.filter((code) => !questions.has(code)).map((code) => `${file}: ${code} is no question`),
    ];
  });
  const unasked = [...questions].filter((code) => !asked.has(code));
  return [...faults, ...unasked.map((code) => `checklists/questions.json: no checklist asks ${code}`)];
}

function lessonFaults(files: readonly DataFile[]): string[] {
  const lessons = codesOf(entriesOf(files, 'lessons/lessons'));
  return jurisdictions.flatMap((jurisdiction) =>
    entriesOf(files, `lessons/${jurisdiction}`)
      .filter(({ lessonCode = '' }) => !lessons.has(lessonCode))
      .map(({ lessonCode }) => `lessons/${jurisdiction}.json: ${lessonCode} is no lesson`),
  );
}

/** A country has its rates once, in order of time. */
function disorderedRates(files: readonly DataFile[]): string[] {
  const countries = entriesOf(files, 'vat-rates');
  const file = 'vat-rates/standard.json';
  return [
    ...repeated(countries.map(({ countryCode = '' }) => countryCode)).map((code) => `${file}: ${code} is there twice`),
    ...countries
      .filter(({ rates = [] }) => rates.some(({ from }, index) => index > 0 && rates[index - 1]!.from >= from))
      .map(({ countryCode }) => `${file}: the rates of ${countryCode} are not in order of time`),
  ];
}

/** Each category of a chart is there once. */
function chartFaults(files: readonly DataFile[]): string[] {
  return chartCodes.flatMap((chart) =>
    repeated(entriesOf(files, `charts/${chart}`).map(({ code = '' }) => code)).map(
      (code) => `charts/${chart}.json: ${code} is there twice`,
    ),
  );
}

/** The same words in one language, however they are capitalised. */
function repeatedPhrases({ name, content }: DataFile): string[] {
  return content.entries.flatMap(({ code, about, dutyCode, phrases, alternativeLabels, layPhrases }) =>
    [phrases, alternativeLabels, layPhrases].flatMap((lists) =>
      catalogueLanguages.flatMap((language) => {
        const twice = repeated((lists?.[language] ?? []).map((text) => text.toLowerCase()));
        const owner = code ?? about ?? dutyCode;
        return twice.map((text) => `${name}: ${owner} has “${text}” twice in ${language}`);
      }),
    ),
  );
}

const codesOf = (entries: readonly Entry[]): ReadonlySet<string> => new Set(entries.map(({ code }) => code ?? ''));
const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);
