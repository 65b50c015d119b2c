import fc from 'fast-check';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { type PdfBlock, type PdfDocument, pdfOf } from './index.js';
import { wrappedLines } from './wrapped-lines.js';

const letter: PdfDocument = {
  title: 'Invoice 2026-1 & more <of it>',
  author: 'Łukasz Ångström, S.L. & Fills',
  subject: 'What was done',
  language: 'ca',
  at: new Date('2026-11-30T10:00:00Z'),
  blocks: [{ kind: 'paragraph', text: 'Bon dia' }],
  footer: { text: 'Aïllada, SL', page: (number, of) => `Pàgina ${number} de ${of}` },
};

const withBlocks = (...blocks: PdfBlock[]) => pdfOf({ ...letter, blocks });

/** The words of each page, as somebody copies them out of a reader. */
async function pagesOf(bytes: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return text;
}

describe('a document as PDF', () => {
  it('has the letters of the languages of Europe, and gives them back as text', async () => {
    const words =
      'Łukasz Żółć, Zoë Müller; l·l, ç, à, ò, ï: cel·la; ¿Qué tal, Íñigo? «Dijous» Ștefan, Győző, Αθήνα, Київ, 1.234,56 €';
    const [page] = await pagesOf(await withBlocks({ kind: 'paragraph', text: words }));
    expect(page?.replaceAll('\n', ' ')).toContain(words);
  });

  it('is called by its title, names its language, and says who made it', async () => {
    const bytes = await pdfOf(letter);
    const { info, metadata } = await getMeta(await getDocumentProxy(new Uint8Array(bytes)));
    expect(info).toMatchObject({ Title: letter.title, Author: letter.author, Language: 'ca' });
    expect(metadata.get('dc:title')).toBe(letter.title);
    expect(metadata.get('dc:creator')).toEqual([letter.author]);
    expect(bytes.toString('latin1')).toContain('<pdfaid:part>3</pdfaid:part>');
  });

  it('is the same to the byte whenever it is made', async () => {
    const blocks: PdfBlock[] = [
      { kind: 'heading', level: 1, text: 'Once' },
      { kind: 'table', columns: [{ title: 'Duty', share: 1 }], rows: [['Inbox']] },
    ];
    expect(await withBlocks(...blocks)).toEqual(await withBlocks(...blocks));
  });

  it('repeats the titles of a table on each page, loses no row, and numbers its pages', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`row ${index}.`, `${index} h`]);
    const pages = await pagesOf(
      await withBlocks({
        kind: 'table',
        columns: [
          { title: 'What was done', share: 3 },
          { title: 'Hours', share: 1, align: 'end' },
        ],
        rows,
        totals: [['Together', '7140 h']],
      }),
    );
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain('What was done');
      expect(page).toContain(`Pàgina ${index + 1} de ${pages.length}`);
    });
    for (const [words] of rows) expect(pages.filter((page) => page.includes(`${words}`))).toHaveLength(1);
    expect(pages.at(-1)).toContain('7140 h');
  });

  it('carries a cell on that is longer than a page', async () => {
    const words = Array.from({ length: 2500 }, (_, index) => `word${index}`);
    const pages = await pagesOf(
      await withBlocks({
        kind: 'table',
        columns: [
          { title: 'A', share: 1 },
          { title: 'B', share: 1 },
        ],
        rows: [['short', words.join(' ')]],
      }),
    );
    const found = pages.join(' ').match(/word\d+/g);
    expect(found).toEqual(words);
  });

  it('puts parties beside each other, each with what is known of it', async () => {
    const [page] = await pagesOf(
      await withBlocks({
        kind: 'beside',
        columns: [
          [
            { kind: 'heading', level: 3, text: 'From' },
            { kind: 'facts', rows: [['VAT', 'ESB12345674']] },
          ],
          [
            { kind: 'heading', level: 3, text: 'To' },
            { kind: 'facts', rows: [['VAT', 'ESB87654321']] },
          ],
        ],
      }),
    );
    for (const words of ['From', 'To', 'ESB12345674', 'ESB87654321']) expect(page).toContain(words);
  });

  it('holds files as they are', async () => {
    const bytes = Buffer.from('<Invoice>1</Invoice>');
    const pdf = await pdfOf({
      ...letter,
      files: [{ name: 'a.xml', mediaType: 'text/xml', description: 'Same', bytes, relationship: 'Alternative' }],
    });
    const files = await (await getDocumentProxy(new Uint8Array(pdf))).getAttachments();
    expect(Buffer.from(files['a.xml'].content)).toEqual(bytes);
  });

  it('breaks lines between words and loses no character of any text', () => {
    const width = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), width, (text, most) => {
        const lines = wrappedLines(text, most, (part) => [...part].length);
        expect(lines.join('').replaceAll(/[\s]/gu, '')).toBe(text.replaceAll(/[\s]/gu, ''));
      }),
    );
    expect(wrappedLines('one two three', 7, (part) => part.length)).toEqual(['one two', 'three']);
    expect(wrappedLines('incomprehensible', 6, (part) => part.length)).toEqual(['incomp', 'rehens', 'ible']);
  });
});
