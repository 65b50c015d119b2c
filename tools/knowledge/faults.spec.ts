import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { faultsOf } from './faults.js';

const knowledge = resolve('libs/knowledge');
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'knowledge '));
  for (const folder of ['data', 'schemas']) await cp(join(knowledge, folder), join(root, folder), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

type Entries = Record<string, unknown>[];
/** As if a translator had saved the file so. */
async function edit(name: string, change: (entries: Entries) => void): Promise<void> {
  const file = join(root, 'data', name);
  const content = JSON.parse(await readFile(file, 'utf8')) as { entries: Entries };
  change(content.entries);
  await writeFile(file, JSON.stringify(content));
}
const inLanguages = (text: string) => ({ en: [text], es: [text], ca: [text] });

describe('the files of the knowledge', () => {
  it('have no fault', () => {
    expect(faultsOf(knowledge)).toEqual([]);
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
  ])('are refused by their schema: %s %s', async (place, message, change) => {
    await edit(place.slice(0, place.indexOf('/entries')), change);
    expect(faultsOf(root).join('\n')).toContain(`${place}: ${message}`);
  });

  it('are refused where they name another schema than that of their folder', async () => {
    await writeFile(join(root, 'data/skills.json'), '{"$schema":"../schemas/duties.schema.json","entries":[]}');
    expect(faultsOf(root)).toEqual(['skills.json: its $schema is not skills.schema.json']);
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
  ])('are compared with one another: %s', async (fault, name, change) => {
    await edit(name, change);
    expect(faultsOf(root)).toContain(fault);
  });

  it('are all read, and all there', async () => {
    await rm(join(root, 'data/checklists/uk.json'));
    await cp(join(root, 'data/duties/research.json'), join(root, 'data/duties/falconry.json'));
    const faults = faultsOf(root);
    expect(faults).toContain('checklists/uk.json: is missing');
    expect(faults).toContain('duties/falconry.json: nothing reads it');
  });
});
