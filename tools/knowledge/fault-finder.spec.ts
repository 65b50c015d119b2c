import type { DataFile } from './data-file.js';
import { faultFinder, readKnowledge } from './fault-finder.js';

const { data, schemas } = readKnowledge('libs/knowledge');
const faultsOf = faultFinder(schemas);

type Entries = Record<string, unknown>[];
/** The files as if a translator had saved one of them so. */
function edited(name: string, change: (entries: Entries) => void): DataFile[] {
  const files = structuredClone([...data]);
  change(files.find((file) => file.name === name)!.content.entries as unknown as Entries);
  return files;
}
const inLanguages = (text: string) => ({ en: [text], es: [text], ca: [text] });

describe('the files of the knowledge', () => {
  it('have no fault', () => {
    expect(faultsOf(data)).toEqual([]);
  });

  it.each<[string, string, (entries: Entries) => void]>([
    [
      'duties/research.json/entries/0/label',
      'must have required property',
      ([duty]) => {
        duty!['label'] = { en: 'Only English' };
      },
    ],
    [
      'skills.json/entries/0/label/es',
      'must match pattern',
      ([skill]) => {
        skill!['label'] = { en: 'Excel', es: ' ', ca: 'Excel' };
      },
    ],
    [
      'concepts/money.json/entries/0',
      'must NOT have additional properties',
      ([concept]) => {
        concept!['fr'] = ['facture'];
      },
    ],
    [
      'phrases/research.json/entries/0/layPhrases/en',
      'must NOT have fewer than 12 items',
      ([duty]) => {
        duty!['layPhrases'] = inLanguages('who knows');
      },
    ],
  ])('are refused by their schema: %s %s', (place, message, change) => {
    const files = edited(place.slice(0, place.indexOf('/entries')), change);
    expect(faultsOf(files).join('\n')).toContain(`${place}: ${message}`);
  });

  it('are refused where they name another schema than that of their folder', () => {
    const skills = { name: 'skills.json', content: { $schema: '../schemas/duties.schema.json', entries: [] } };
    expect(faultsOf([skills])).toEqual(['skills.json: its $schema is not ../schemas/skills.schema.json']);
  });

  it.each<[string, string, (entries: Entries) => void]>([
    ['duties: web-research-brief is there twice', 'duties/research.json', (entries) => entries.push({ ...entries[0] })],
    [
      'skills: spreadsheets names juggling, which is no duty',
      'skills.json',
      ([skill]) => {
        skill!['dutyCodes'] = ['juggling'];
      },
    ],
    ['phrases/research.json: web-research-brief has no phrases', 'phrases/research.json', (entries) => entries.shift()],
    [
      'phrases/research.json: juggling is no duty of this area',
      'phrases/research.json',
      ([duty]) => {
        duty!['dutyCode'] = 'juggling';
      },
    ],
    [
      'checklists/es.json: sauna is no question',
      'checklists/es.json',
      ([item]) => {
        item!['questionCode'] = 'sauna';
      },
    ],
    [
      'checklists/questions.json: no checklist asks sauna',
      'checklists/questions.json',
      (entries) => entries.push({ ...entries[0], code: 'sauna' }),
    ],
    [
      'concepts/money.json: invoice has “bill” twice in en',
      'concepts/money.json',
      ([concept]) => {
        concept!['phrases'] = { ...inLanguages('factura'), en: ['bill', 'Bill'] };
      },
    ],
  ])('are compared with one another: %s', (fault, name, change) => {
    expect(faultsOf(edited(name, change))).toContain(fault);
  });

  it('are all read, and all there', () => {
    const others = data.filter(({ name }) => name !== 'checklists/uk.json');
    const { content } = data.find(({ name }) => name === 'duties/research.json')!;
    const faults = faultsOf([...others, { name: 'duties/falconry.json', content }]);
    expect(faults).toContain('checklists/uk.json: is missing');
    expect(faults).toContain('duties/falconry.json: nothing reads it');
  });
});
