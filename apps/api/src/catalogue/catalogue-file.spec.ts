import { mergeCatalogues, readCatalogueFile } from './catalogue-file.js';

const labels = (text: string, options = {}) => {
  const { entries, rejected } = readCatalogueFile(text, options);
  expect(rejected).toEqual([]);
  return entries.map((entry) => [entry.id, entry.labels]);
};
const refusals = (text: string) =>
  readCatalogueFile(text).rejected.map(({ line, field, code }) => [line, field, code] as const);

describe('a catalogue as CSV', () => {
  it('has an id and labels in some of the languages, and columns that nobody asked for', () => {
    const text = 'id,en,es,ca,colour\nd-1,File letters,Archivar cartas,Arxivar cartes,red\nd-2,,Llamar,,\n';
    expect(labels(text)).toEqual([
      ['d-1', { en: 'File letters', es: 'Archivar cartas', ca: 'Arxivar cartes' }],
      ['d-2', { es: 'Llamar' }],
    ]);
  });

  it.each([
    ['code;label_en;title_es;Català', ';'],
    ['duty code\tenglish\tespañol\tcatalan', '\t'],
    ['\ufeffID,labelEn,es_label,name-ca', ','],
  ])('may be written as %p', (header, delimiter) => {
    const line = ['x', 'a', 'b', 'c'].join(delimiter);
    expect(labels(`${header}\r\n\r\n${line}\r\n`)).toEqual([['x', { en: 'a', es: 'b', ca: 'c' }]]);
  });

  it('says more where it has the columns', () => {
    const text = `id,label_en,alt_en,description_en,status,unit_en,done_criterion_en,minutes,mode
p-1,Post parcels,"send parcels| ship things
Post parcels","Packs,
labels and posts",retired,parcel,The carrier has it,12,acts`;
    expect(readCatalogueFile(text).entries).toEqual([
      {
        line: 2,
        id: 'p-1',
        labels: { en: 'Post parcels' },
        alternativeLabels: { en: ['send parcels', 'ship things'] },
        descriptions: { en: 'Packs,\nlabels and posts' },
        retired: true,
        terms: {
          units: { en: 'parcel' },
          doneCriteria: { en: 'The carrier has it' },
          indicativeMinutes: 12,
          mode: 'acts',
        },
        cleared: [],
      },
    ]);
  });

  it('goes in where it is good, and is told line by line where it is not', () => {
    const text = [
      'id,en,es,minutes,retired',
      ',no id,,,',
      'a,good,,,no',
      'a,again,,,',
      'b,,,,',
      `c,${'x'.repeat(1_001)},,,`,
      'd,,bell\u0007,,',
      'e,e',
      'f,f,,0,',
      'g,g,,,perhaps',
      'h,"h,,,',
      'i,caf\ufffd,,,',
      'j,ok,,,,,',
      `${'k'.repeat(201)},long id,,,`,
    ].join('\n');
    expect(readCatalogueFile(text).entries.map(({ line, id }) => [line, id])).toEqual([
      [3, 'a'],
      [13, 'j'],
    ]);
    expect(refusals(text)).toEqual([
      [2, 'id', 'catalogue.id-missing'],
      [4, 'id', 'catalogue.id-twice'],
      [5, 'en', 'catalogue.no-label'],
      [6, 'en', 'catalogue.too-long'],
      [7, 'es', 'catalogue.not-plain-text'],
      [8, null, 'catalogue.column-count'],
      [9, 'minutes', 'catalogue.bad-value'],
      [10, 'retired', 'catalogue.bad-status'],
      [11, null, 'catalogue.broken-line'],
      [12, 'en', 'catalogue.not-plain-text'],
      [14, 'id', 'catalogue.too-long'],
    ]);
    for (const { reason } of readCatalogueFile(text).rejected) expect(reason).toMatch(/^[A-Z].{10,}\.$/);
  });

  it.each([
    ['catalogue.empty', ''],
    ['catalogue.empty', 'id,en\n\n'],
    ['catalogue.missing-column', 'en,es\na,b'],
    ['catalogue.missing-column', 'id,colour\n1,red'],
    ['catalogue.not-csv', `id,en\n${'1,"a\n'.repeat(1_500)}`],
    ['catalogue.not-json', '[{"id": "a", "en": "b"}'],
    ['catalogue.not-json', '{"id": "a",\n"en": "b",\n'],
  ])('is refused as a whole with %s', (code, text) => {
    expect(() => readCatalogueFile(text)).toThrow(expect.objectContaining({ code }));
  });

  it('may have as many entries as were agreed on', () => {
    const text = 'id,en\n1,a\n2,b';
    expect(readCatalogueFile(text, { maxEntries: 2 }).entries).toHaveLength(2);
    expect(() => readCatalogueFile(text, { maxEntries: 1 })).toThrow('catalogue.too-many-entries');
  });
});

describe('a catalogue as JSON', () => {
  const entries = [
    { id: 'a', labels: { en: 'A', ca: 'À', fr: 'no matter' }, alternativeLabels: { en: ['aa', 'aaa'] } },
    { code: 7, label: 'B', retired: true },
  ];
  const wanted = [
    ['a', { en: 'A', ca: 'À' }],
    ['7', { es: 'B' }],
  ];

  it.each([
    ['an array', JSON.stringify(entries)],
    ['an object with items', JSON.stringify({ items: entries }, null, 2)],
    ['JSON Lines', entries.map((entry) => JSON.stringify(entry)).join('\n\n')],
  ])('may be %s', (_, text) => {
    expect(labels(text, { language: 'es' })).toEqual(wanted);
    expect(readCatalogueFile(text, { language: 'es' }).entries).toMatchObject([
      { alternativeLabels: { en: ['aa', 'aaa'] }, retired: false },
      { alternativeLabels: {}, retired: true },
    ]);
  });

  it('may be a single entry', () => {
    expect(labels('{"id":"a","preferredLabel":{"es":"A"}}')).toEqual([['a', { es: 'A' }]]);
  });

  it('names the lines that are not entries', () => {
    expect(refusals('{"id":"a","en":"A"}\n\n{"id":\n[1]\n{"id":"b"}\n{"en":"C"}')).toEqual([
      [3, null, 'catalogue.broken-line'],
      [4, null, 'catalogue.broken-line'],
      [5, 'label', 'catalogue.no-label'],
      [6, 'id', 'catalogue.id-missing'],
    ]);
    expect(refusals('[{"id":"a","en":"A"}, 5, null]')).toEqual([
      [2, null, 'catalogue.broken-line'],
      [3, null, 'catalogue.broken-line'],
    ]);
  });
});

describe("O*NET's files", () => {
  const rest = 'Task Type\tIncumbents Responding\tDate\tDomain Source';

  it('of tasks go by the number of the task, as many share an occupation', () => {
    const text = `O*NET-SOC Code\tTitle\tTask ID\tTask\t${rest}
43-6014.00\tSecretaries\t2415\tOpen, read, route, and distribute incoming mail.\tCore\t95\t08/2023\tIncumbent
43-6014.00\tSecretaries\t2416\t"Smart" systems: enter, and print 5" labels.\tCore\t95\t08/2023\tIncumbent
43-6014.00\tSecretaries\t2416\tTwice.\tn/a\tn/a\t08/2023\tAnalyst\n`;
    const { entries, rejected } = readCatalogueFile(text, { language: 'es' });
    expect(entries.map(({ id, labels: { en } }) => [id, en])).toEqual([
      ['2415', 'Open, read, route, and distribute incoming mail.'],
      ['2416', '"Smart" systems: enter, and print 5" labels.'],
    ]);
    expect(rejected).toMatchObject([{ line: 4, field: 'Task ID', code: 'catalogue.id-twice' }]);
  });

  it('of tasks had no titles before version 30', () => {
    const text = `O*NET-SOC Code\tTask ID\tTask\t${rest}\n11-1011.00\t8823\tDirect budgets.\tCore\t95\t08/2023\tIncumbent`;
    expect(labels(text)).toEqual([['8823', { en: 'Direct budgets.' }]]);
  });

  it('of occupations go by their code', () => {
    const text =
      'O*NET-SOC Code\tTitle\tDescription\n43-6014.00\tSecretaries\tPerform routine administrative functions.';
    expect(readCatalogueFile(text).entries).toMatchObject([
      {
        id: '43-6014.00',
        labels: { en: 'Secretaries' },
        descriptions: { en: 'Perform routine administrative functions.' },
      },
    ]);
  });
});

describe('a file beside those that hold duties', () => {
  const soc = 'O*NET-SOC Code\tTitle';
  it.each([
    ['Task Ratings', `${soc}\tTask ID\tTask\tScale ID\tScale Name\tCategory\tData Value\tN`],
    ['Tasks to DWAs', `${soc}\tTask ID\tTask\tDWA ID\tDWA Title\tDate\tDomain Source`],
    ['Tasks to DWAs', 'O*NET-SOC Code\tTask ID\tDWA ID\tDate\tDomain Source'],
    ['Emerging Tasks', `${soc}\tTask\tCategory\tOriginal Task ID\tOriginal Task\tDate\tDomain Source`],
    ['IWA Reference', 'Element ID\tElement Name\tIWA ID\tIWA Title'],
    ['Alternate Titles', `${soc}\tAlternate Title\tShort Title\tSource(s)`],
    ['Technology Skills', `${soc}\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand`],
    ['file of ratings', `${soc}\tElement ID\tElement Name\tScale ID\tScale Name\tData Value`],
    ['Content Model Reference', 'Element ID\tElement Name\tDescription'],
    ['ISCOGroups', 'conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description'],
    [
      'skillGroups',
      'conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,inScheme,description,code',
    ],
    [
      'collection',
      'conceptType,conceptUri,preferredLabel,status,skillType,reuseLevel,altLabels,description,broaderConceptUri,broaderConceptPT',
    ],
    ['broaderRelations', 'conceptType,conceptUri,conceptLabel,broaderType,broaderUri,broaderLabel'],
  ])('is refused by its name, %s', (name, header) => {
    const line = header.replaceAll(/[^\t,]+/g, 'x');
    const refused = () => readCatalogueFile(`${header}\n${line}\n`);
    expect(refused).toThrow(expect.objectContaining({ code: 'catalogue.other-file' }));
    expect(refused).toThrow(
      expect.objectContaining({ details: { detail: expect.stringContaining(name) as unknown as string } }),
    );
  });
});

describe("O*NET's work activities", () => {
  it.each([
    [
      'spreadsheet',
      'Element ID\tElement Name\tIWA ID\tIWA Title\tDWA ID\tDWA Title',
      '4.A.1\tGet\t4.I01\tStudy.\t4.I01.D01\tReview art.',
    ],
    ['text', 'Element ID\tIWA ID\tDWA ID\tDWA Title', '4.A.1\t4.I01\t4.I01.D01\tReview art.'],
  ])('of the %s edition go by the number of the activity', (_edition, header, line) => {
    expect(labels(`${header}\r\n${line}\r\n`)).toEqual([['4.I01.D01', { en: 'Review art.' }]]);
  });
});

describe("ESCO's exports", () => {
  const header =
    'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description';
  const uri = 'http://data.europa.eu/esco/skill/0005c151-5b5a-4a66-8aac-60e734beb1ab';
  const skills = (label: string, alternatives: string, status = 'released') =>
    `${header}\nKnowledgeSkillCompetence,${uri},skill/competence,cross-sector,${label},"${alternatives}",,${status},2023-11-30T15:53:37.136Z,,,"http://data.europa.eu/esco/concept-scheme/skills, http://data.europa.eu/esco/concept-scheme/member-skills","Supervise, and coordinate."\n`;

  it('are worded in the language that the name of the file tells', () => {
    expect(
      readCatalogueFile(skills('gestionar el personal', 'dirigir\nllevar'), { fileName: 'v1.2/skills_es.csv' }).entries,
    ).toMatchObject([
      {
        id: uri,
        labels: { es: 'gestionar el personal' },
        alternativeLabels: { es: ['dirigir', 'llevar'] },
        descriptions: { es: 'Supervise, and coordinate.' },
        retired: false,
      },
    ]);
  });

  it('in several languages are one catalogue, in which the obsolete is retired', () => {
    const english = readCatalogueFile(skills('manage staff', 'lead staff'), { fileName: 'skills_en.csv' });
    const spanish = readCatalogueFile(skills('gestionar', 'dirigir', 'obsolete'), { language: 'es' });
    expect(mergeCatalogues([english.entries, spanish.entries])).toMatchObject([
      {
        id: uri,
        labels: { en: 'manage staff', es: 'gestionar' },
        alternativeLabels: { en: ['lead staff'], es: ['dirigir'] },
        retired: true,
      },
    ]);
  });

  it('of occupations go by the URI, although they have codes too', () => {
    const text =
      'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code\n' +
      'Occupation,http://data.europa.eu/esco/occupation/1,4120,secretary,,,released,2023-11-30T15:53:37.136Z,,,,,Secretaries help.,4120.1\n';
    expect(labels(text)).toEqual([['http://data.europa.eu/esco/occupation/1', { en: 'secretary' }]]);
  });

  it('are read whole, thousands of entries with line breaks in their cells', () => {
    const lines = Array.from(
      { length: 14_000 },
      (_, at) =>
        `KnowledgeSkillCompetence,${uri}${at},skill/competence,cross-sector,skill ${at},"one ${at}\ntwo ${at}",,released,2023,,,,"Does, ""well"",\nwhat it says."`,
    );
    const { entries, rejected } = readCatalogueFile([header, ...lines].join('\r\n'));
    expect(rejected).toEqual([]);
    expect(entries).toHaveLength(14_000);
    expect(entries.at(-1)).toMatchObject({
      line: 2 + 13_999 * 3,
      alternativeLabels: { en: ['one 13999', 'two 13999'] },
    });
  });
});
