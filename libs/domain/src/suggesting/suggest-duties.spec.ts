import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { catalogueDuties, type CatalogueLanguage } from '../catalogue/index.js';
import { buildLexicon } from './lexicon.js';
import type { Stem } from './stemming.js';
import { confidence, suggestDuties } from './suggest-duties.js';

const snowball = createRequire(import.meta.url)('snowball-stemmers') as {
  newStemmer(algorithm: string): { stem(word: string): string };
};
const stemmers = {
  en: snowball.newStemmer('english'),
  es: snowball.newStemmer('spanish'),
  ca: snowball.newStemmer('catalan'),
};
const stem: Stem = (word, language) => stemmers[language].stem(word);
const source = { duties: catalogueDuties, imported: [], offersOwnDuties: true, corrections: [], stem };
const lexicon = buildLexicon(source);
const suggested = (text: string, language: CatalogueLanguage | null = null) => suggestDuties(text, language, lexicon);
const codes = (text: string) => suggested(text).suggestions.map(({ dutyCode }) => dutyCode);

describe('plain words to duties', () => {
  it.each([
    ['inbox-triage', "I have three thousand unread emails and can't keep up"],
    ['inbox-triage', 'tengo el correo lleno y no llego a leerlo todo'],
    ['inbox-triage', 'la bústia em menja els matins'],
    ['receipt-capture', 'my receipts are in a shoebox'],
    ['receipt-capture', 'los tickets y recibos están en una caja de zapatos'],
    ['receipt-capture', 'tinc els tiquets de compra en una capsa de sabates'],
    ['first-response', 'customers wait days for a first answer'],
    ['first-response', 'los clientes esperan días a que alguien les responda'],
    ['first-response', 'els clients esperen dies fins que algú els respon'],
    ['invoice-issuing', 'I finish the jobs but never get round to sending the invoices'],
    ['vat-working-papers', 'se acerca el IVA trimestral y no tengo nada preparado'],
    ['shift-rota-preparation', 'fer el quadrant de torns del personal és un malson'],
    ['candidate-screening', 'recibimos cientos de currículums y nadie los lee'],
    ['calendar-upkeep', "la meva agenda és un caos i se'm solapen les reunions"],
    ['grant-and-tender-watch', 'we miss every grant and subsidy deadline'],
    ['travel-booking', 'necesito que alguien me reserve vuelos y hoteles'],
  ])('lead to %s: %s', (code, text) => {
    expect(codes(text)[0]).toBe(code);
  });

  it('find each of two troubles in one sentence, with the words that led to it', () => {
    const text = 'My inbox eats my mornings and my books are a mess before tax season.';
    const { suggestions, language, abstained } = suggested(text);
    expect({ language, abstained }).toEqual({ language: 'en', abstained: false });
    expect(suggestions[0]).toMatchObject({ dutyCode: 'inbox-triage' });
    const evidence = (code: string) =>
      suggestions
        .find(({ dutyCode }) => dutyCode === code)
        ?.evidence.map(({ words }) => words)
        .join(' ');
    expect(evidence('inbox-triage')).toContain('inbox');
    expect(evidence('inbox-triage')).not.toContain('tax');
    expect(evidence('year-end-tax-pack')).toContain('tax season');
  });

  it('understand a mix of languages, clause by clause', () => {
    const { suggestions } = suggested("l'inbox és un desastre, y los recibos están en una caja de zapatos");
    expect(suggestions.slice(0, 4).map(({ dutyCode }) => dutyCode)).toEqual(
      expect.arrayContaining(['receipt-capture', 'inbox-triage']),
    );
  });

  it('are understood with typing errors and without accents', () => {
    expect(codes('nobody sends the invioces to clients')[0]).toBe('invoice-issuing');
    expect(codes('las resenas de Goggle estan sin contestar')[0]).toBe('review-handling');
  });

  it.each<[CatalogueLanguage, string]>([
    ['en', 'nobody answers the phone'],
    ['es', 'nadie contesta el teléfono'],
    ['ca', 'ningú no contesta el telèfon'],
  ])('are in %s: %s', (language, text) => {
    expect(suggested(text).language).toBe(language);
  });

  it('are taken in the language that is given', () => {
    expect(suggested('agenda', 'es').language).toBe('es');
    expect(suggested('agenda', 'ca').language).toBe('ca');
  });

  it.each([
    'I want to sell my boat',
    'quiero vender mi barco',
    'vull vendre la meva barca',
    'my dog is sick',
    'recipe for apple pie',
    'who won the football match last night',
    'cal pintar la façana de la casa',
    'me duele la cabeza',
    'bon dia',
    'asdf qwer zxcv',
    '',
    '?!',
  ])('that ask for something else are left alone: %s', (text) => {
    expect(suggested(text)).toMatchObject({ abstained: true, suggestions: [] });
  });

  it('find the duty of each phrase of the catalogue among the first three', () => {
    const phrases = catalogueDuties.flatMap(({ code, layPhrases }) =>
      Object.values(layPhrases).flatMap((said) => said.slice(0, 1).map((text) => ({ code, text }))),
    );
    const found = phrases.filter(({ code, text }) => codes(text).slice(0, 3).includes(code));
    expect(found.length / phrases.length).toBeGreaterThan(0.97);
  });

  it('learn from what businesses corrected', () => {
    const text = 'the thingamajigs pile up on the sideboard';
    expect(codes(text)).not.toContain('daily-filing');
    const some = catalogueDuties.filter(({ group }) => group === 'records-and-data');
    const corrected = buildLexicon({
      ...source,
      duties: some,
      corrections: [{ text, language: 'en', dutyCodes: ['daily-filing'] }],
    });
    expect(suggestDuties(text, null, corrected).suggestions[0]).toMatchObject({ dutyCode: 'daily-filing' });
  });

  it('give the same answer again, surest first, with evidence that stands in the text', () => {
    const words = fc.constantFrom(
      'invoices',
      'correo',
      'factures',
      'the',
      'nobody',
      'plou',
      'agenda',
      'no',
      'clients',
      'IVA',
      '🙂',
      'x',
    );
    const marks = fc.constantFrom(' ', ', ', '. ', '; ', "'", '\n');
    const texts = fc.array(fc.tuple(words, marks), { maxLength: 30 }).map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const answer = suggested(text);
        expect(suggested(text)).toEqual(answer);
        const sure = answer.suggestions.map((suggestion) => suggestion.confidence);
        expect(sure).toEqual([...sure].sort((a, b) => b - a));
        expect(answer.abstained).toBe(sure.length === 0);
        expect(sure.length).toBeLessThanOrEqual(8);
        for (const { confidence: one, evidence } of answer.suggestions) {
          expect(one).toBeGreaterThan(0);
          expect(one).toBeLessThanOrEqual(1);
          expect(evidence.length).toBeGreaterThan(0);
          for (const span of evidence) expect(text.slice(span.start, span.end)).toBe(span.words);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the confidence', () => {
  it('only grows with the score, from nothing to nearly certain', () => {
    expect(confidence(0)).toBe(0);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (score, more) => {
          expect(confidence(score + more)).toBeGreaterThanOrEqual(confidence(score));
          expect(confidence(score)).toBeLessThan(1);
        },
      ),
    );
  });
});
