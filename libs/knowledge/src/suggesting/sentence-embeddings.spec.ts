import type { ImportedDuty } from '#domain';
import { outOfScopeTopics } from './out-of-scope-topics.js';
import { buildSearchIndex, ownCatalogue, ownSearchIndex } from './search-index.js';
import { type EnglishEmbeddings, englishPhrases, type SentenceEmbedding } from './sentence-embeddings.js';
import { englishPartsOf, rankDuties, suggestDuties } from './suggest-duties.js';

const source = ownCatalogue();
const { duties } = source;
const index = ownSearchIndex();
const phrases = englishPhrases(source);
const entryCount = duties.length + outOfScopeTopics().length;
const entryOf = (code: string): number => duties.findIndex((duty) => duty.code === code);

/** Each entry has a direction of its own, which all its phrases have. */
function direction(entry: number, likeness = 1): SentenceEmbedding {
  const vector = new Float32Array(entryCount + 1);
  vector[entry] = likeness;
  vector[entryCount] = Math.sqrt(1 - likeness ** 2);
  return vector;
}
const phraseEmbeddings = phrases.map(({ entry }) => direction(entry));
const meaning = (parts: Readonly<Record<string, SentenceEmbedding>>): EnglishEmbeddings => {
  return { phrases, phraseEmbeddings, parts: new Map(Object.entries(parts)) };
};

const riddle = 'the hedgehogs tango beyond the lagoon';
const meansFiling = meaning({ [riddle]: direction(entryOf('daily-filing')) });

describe('what an English text means', () => {
  it('leads to a duty that it shares no word with, and shows the whole clause for it', () => {
    expect(suggestDuties(riddle, null, index).suggestions[0]?.dutyCode).not.toBe('daily-filing');
    const { abstained, suggestions } = suggestDuties(riddle, null, index, meansFiling);
    expect(abstained).toBe(false);
    expect(suggestions[0]?.dutyCode).toBe('daily-filing');
    expect(suggestions[0]?.evidence.map(({ words }) => words).join(' ')).toContain('hedgehogs tango');
  });

  it('says nothing where it is hardly nearer than any sentence is to any', () => {
    const faint = meaning({ [riddle]: direction(entryOf('daily-filing'), 0.2) });
    const [one, other] = [faint, null].map((known) => rankDuties(riddle, null, index, 20, known).ranked);
    expect(one!.map(({ dutyCode }) => dutyCode)).toEqual(other!.map(({ dutyCode }) => dutyCode));
  });

  it('keeps a text away from the duties when it means what no duty is about', () => {
    const outOfScope = meaning({ [riddle]: direction(duties.length) });
    expect(suggestDuties(riddle, null, index, outOfScope).abstained).toBe(true);
  });

  it('is of no account where the encoder was not asked', () => {
    expect(rankDuties(riddle, null, index, 20, meaning({}))).toEqual(rankDuties(riddle, null, index, 20));
  });

  it('of a mix counts for its English clauses alone', () => {
    const text = `los clientes no pagan, ${riddle}`;
    expect(englishPartsOf(text, null, index)).toEqual([riddle]);
    const codes = suggestDuties(text, null, index, meansFiling).suggestions.map(({ dutyCode }) => dutyCode);
    expect(codes).toEqual(expect.arrayContaining(['daily-filing', 'receivables-chasing']));
  });

  it('leads to the entries of another catalogue through the duties that they are mapped to', () => {
    const entry = (id: string, en: string): ImportedDuty => {
      return { id, labels: { en }, alternativeLabels: {}, descriptions: {}, retired: false };
    };
    const { label } = duties[entryOf('daily-filing')]!;
    const imported = [entry('x:1', 'Falconry'), entry('x:2', label.en)];
    const known = buildSearchIndex({ ...source, imported, offersOwnDuties: false });
    expect(rankDuties(riddle, null, known, 2, meansFiling).ranked[0]).toMatchObject({
      dutyCode: 'x:2',
      evidence: [expect.objectContaining({ words: expect.stringContaining('hedgehogs') })],
    });
  });
});

describe('what is to be encoded', () => {
  it('of a text are its English clauses, together and each alone, each once', () => {
    expect(englishPartsOf('nobody answers the phone, and the inbox is full', null, index)).toEqual([
      'nobody answers the phone, and the inbox is full',
      'nobody answers the phone',
      'and the inbox is full',
    ]);
    expect(englishPartsOf('nobody answers the phone', null, index)).toHaveLength(1);
  });

  it.each(['nadie contesta el teléfono', 'ningú no contesta el telèfon', '', '?!'])('is nothing of %s', (text) => {
    expect(englishPartsOf(text, null, index)).toEqual([]);
  });

  it('is little, however long the text', () => {
    const parts = englishPartsOf('nobody answers the phone. '.repeat(500), null, index);
    expect(parts.length).toBeLessThan(10);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(600);
  });

  it('of the wording are phrases of every duty, of what no duty is about, and English corrections', () => {
    expect(new Set(phrases.map(({ entry }) => entry)).size).toBe(entryCount);
    const dutyCodes = ['daily-filing', 'renamed-long-ago'];
    const corrections = [
      { text: riddle, language: 'en', dutyCodes } as const,
      { text: 'los erizos', language: 'es', dutyCodes } as const,
    ];
    const more = englishPhrases({ ...source, corrections }).filter(
      ({ text }) => !phrases.some((one) => one.text === text),
    );
    expect(more).toEqual([{ entry: entryOf('daily-filing'), text: riddle }]);
  });
});
