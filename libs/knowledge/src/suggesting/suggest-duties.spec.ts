import { anyCharacter } from '#text/testing';
import * as fc from 'fast-check';
import { type CatalogueLanguage, catalogueLanguages, type ImportedDuty } from '#domain';
import { confidenceBehind, confidenceOfBest, scopeOf } from './confidence.js';
import { buildSearchIndex, ownCatalogue, ownSearchIndex } from './search-index.js';
import { rankDuties, suggestDuties } from './suggest-duties.js';

const source = ownCatalogue();
const { duties } = source;
const index = ownSearchIndex();
const suggested = (text: string, language: CatalogueLanguage | null = null) => suggestDuties(text, language, index);
const codes = (text: string) => suggested(text).suggestions.map(({ dutyCode }) => dutyCode);
/** Among the first five; -1 behind them. */
const placeOf = (code: string, text: string, known = index): number =>
  rankDuties(text, null, known, 5).ranked.findIndex(({ dutyCode }) => dutyCode === code);

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
    expect(placeOf('bank-reconciliation', 'la conciliacion bancaria no quadra')).toBe(0);
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

  it('rank duties also where they are left alone', () => {
    const { abstained, ranked } = rankDuties('I want to sell my boat', null, index, 20);
    expect({ abstained, count: ranked.length }).toEqual({ abstained: true, count: 20 });
  });
});

describe('plain words that the catalogue does not have', () => {
  /** Of the phrases that were left out, the part whose duty is found among the first five. */
  function foundWithout(fold: number, folds: number): number {
    const isLeftOut = (at: number): boolean => at % folds === fold;
    const shortened = duties.map((duty) => {
      const kept = (language: CatalogueLanguage) => duty.layPhrases[language].filter((_, at) => !isLeftOut(at));
      return { ...duty, layPhrases: { en: kept('en'), es: kept('es'), ca: kept('ca') } };
    });
    const known = buildSearchIndex({ ...source, duties: shortened });
    const asked = duties.flatMap(({ code, layPhrases }, duty) =>
      catalogueLanguages.flatMap((language) =>
        layPhrases[language].filter((_, at) => isLeftOut(at) && (at + duty) % 8 === 0).map((text) => ({ code, text })),
      ),
    );
    const found = asked.filter(({ code, text }) => placeOf(code, text, known) >= 0);
    expect(asked.length).toBeGreaterThan(100);
    return found.length / asked.length;
  }

  it('are understood by what they stand for', () => {
    expect(foundWithout(2, 6)).toBeGreaterThan(0.6);
  });
});

describe('what businesses corrected', () => {
  const text = 'the thingamajigs clog the sideboard';
  const corrected = buildSearchIndex({
    ...source,
    corrections: [{ text, language: 'en', dutyCodes: ['daily-filing', 'renamed-long-ago'] }],
  });

  it('lifts the duty for the same words, and for similar ones', () => {
    expect(codes(text)[0]).not.toBe('daily-filing');
    expect(placeOf('daily-filing', text, corrected)).toBe(0);
    expect(placeOf('daily-filing', 'thingamajigs on every sideboard', corrected)).toBe(0);
  });

  it.each([text, 'thingamajigs again, the sideboard is clogged', 'it rains, and thingamajigs clog the sideboard'])(
    'wins over abstaining: %s',
    (said) => {
      expect(suggested(said).abstained).toBe(true);
      expect(suggestDuties(said, null, corrected)).toMatchObject({ abstained: false });
    },
  );

  it('spoils nothing else', () => {
    const others = duties.map(({ code, layPhrases }) => ({ code, text: layPhrases.en[0]! }));
    const first = others.filter((one) => placeOf(one.code, one.text) === 0);
    expect(first.length).toBeGreaterThan(0.9 * others.length);
    expect(first.filter((one) => placeOf(one.code, one.text, corrected) !== 0)).toEqual([]);
  });
});

describe('the duties of an imported catalogue', () => {
  const entry = (id: string, labels: ImportedDuty['labels'], more: Partial<ImportedDuty> = {}): ImportedDuty => {
    return { id, labels, alternativeLabels: {}, descriptions: {}, retired: false, ...more };
  };
  const imported = [
    entry('x:1', { en: 'Chase receivables' }),
    entry('x:2', { es: 'Organización de la bandeja de entrada' }),
    entry('x:3', { ca: 'Tria de currículums' }),
    entry('x:4', { en: 'Inventory sync check' }),
    entry('x:5', { en: 'Falconry', es: 'Cetrería', ca: 'Falconeria' }),
    entry('x:6', { en: 'Overdue debt recovery' }, { retired: true }),
  ];
  const known = buildSearchIndex({ ...source, imported, offersOwnDuties: false });
  const best = (text: string): string | undefined => rankDuties(text, null, known, 20).ranked[0]?.dutyCode;

  it.each([
    ['x:1', 'people owe me thousands and I hate asking for it'],
    ['x:1', 'me deben un dineral y me da apuro reclamarlo'],
    ['x:2', 'three thousand unread emails and counting'],
    ['x:2', 'estic colgat de correus cada dia'],
    ['x:3', 'two hundred resumes and nobody reads them'],
    ['x:4', 'vendemos cosas que no tenemos en el almacén'],
  ])('are found by what owners say of the own duties that they match: %s, %s', (id, text) => {
    expect(best(text)).toBe(id);
  });

  it('are never left alone under their very label', () => {
    const labels = [
      'translate texts',
      'manage musical staff',
      'apply anti-oppressive practices',
      'Officers, commissioned',
    ];
    const strange = labels.map((label, at) => entry(`y:${at}`, { en: label }));
    const others = buildSearchIndex({ ...source, imported: strange, offersOwnDuties: true });
    labels.forEach((label, at) => {
      const { abstained, suggestions } = suggestDuties(label.toUpperCase(), null, others);
      expect([label, abstained, suggestions[0]?.dutyCode]).toEqual([label, false, `y:${at}`]);
    });
  });

  it('are found by what their labels mean, where they have no word of what is said', () => {
    const labels = [
      'Supervise workers.',
      'Examine patients.',
      'Operate vehicles.',
      'Falconry.',
      'Mix concrete.',
      'Perform on stage.',
      'Cut fabrics.',
    ];
    const others = buildSearchIndex({
      ...source,
      imported: labels.map((label, at) => entry(`z:${at}`, { en: label })),
      offersOwnDuties: false,
    });
    const nearest = (text: string) => rankDuties(text, null, others, 1).ranked.map(({ dutyCode }) => dutyCode);
    expect(['Oversee staff', 'drive lorries and vans', 'a physician for a clinic'].map(nearest)).toEqual([
      ['z:0'],
      ['z:2'],
      ['z:1'],
    ]);
  });

  it('are found by their own words, where they match nothing', () => {
    expect(best('somebody for falconry')).toBe('x:5');
  });

  it('are alone where own duties only lend their words, and beside them otherwise', () => {
    const ids = rankDuties('nobody pays', null, known, 500).ranked.map(({ dutyCode }) => dutyCode);
    expect([...ids].sort()).toEqual(['x:1', 'x:2', 'x:3', 'x:4', 'x:5']);
    const some = duties.filter(({ group }) => group === 'bookkeeping-and-tax');
    const beside = buildSearchIndex({ ...source, duties: some, imported });
    const both = rankDuties('clients do not pay', null, beside, 3).ranked;
    expect(both.map(({ dutyCode }) => dutyCode)).toEqual(expect.arrayContaining(['x:1', 'receivables-chasing']));
  });

  it('show the words that led to them', () => {
    const { ranked } = rankDuties('me deben un dineral', null, known, 1);
    expect(ranked[0]!.evidence.map(({ words }) => words).join(' ')).toContain('deben');
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    'invoices',
    'correo',
    'factures',
    'the',
    'nobody',
    'plou',
    'agenda',
    'IVA',
    '🙂',
    'مرحبا',
  );
  const marks = fc.constantFrom(' ', ', ', '. ', '; ', "'", '\n');
  const texts = fc.array(fc.tuple(words, marks), { maxLength: 30 }).map((parts) => parts.flat().join(''));

  it('is answered the same again, surest first, with evidence that stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: anyCharacter, maxLength: 200 })), (text) => {
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
      { numRuns: Number(process.env['AJUDANT_PROPERTY_CASES'] ?? 30) },
    );
  });

  it.each([
    ['one clause of a thousand unknown words', Array.from({ length: 1000 }, (_, n) => `wrdx${n}q`).join(' ')],
    ['a thousand clauses', 'invoices. '.repeat(1000)],
    ['no word at all', '!?'.repeat(2000)],
    ['one word of thousands of letters', 'é'.repeat(4000)],
  ])('is answered however long: %s', (_, text) => {
    expect(suggested(text).suggestions.length).toBeLessThanOrEqual(8);
  });
});

describe('the confidence', () => {
  const nothingTold = { stems: 0, characterNGrams: 0, concepts: 0 };

  it('falls quickly behind the best, so that what merely shares words is not offered as certain', () => {
    const [first, ...others] = suggested('customers wait days for a first answer').suggestions;
    expect(first).toMatchObject({ dutyCode: 'first-response' });
    expect(first!.confidence).toBeGreaterThan(0.8);
    for (const { confidence } of others) expect(confidence).toBeLessThan(0.4);
  });

  it('is one: it only grows with the score, and behind the best with the share of its score', () => {
    const heard = (best: number) => ({
      scores: Float64Array.of(best, 0.1),
      scopeScores: Float64Array.of(best, 0.1),
      outOfScope: 0.3,
      background: 0.05,
      wordCount: 6,
      signs: { nearness: nothingTold, leaning: nothingTold },
    });
    const score = fc.double({ min: 0.1, max: 5, noNaN: true });
    const part = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(score, score, part, part, (one, added, share, other) => {
        for (const confidence of [scopeOf, confidenceOfBest]) {
          expect(confidence(heard(one + added))).toBeGreaterThanOrEqual(confidence(heard(one)));
          expect(confidence(heard(one))).toBeGreaterThan(0);
          expect(confidence(heard(one))).toBeLessThanOrEqual(1);
        }
        const [less, more] = [Math.min(share, other), Math.max(share, other)];
        expect(confidenceBehind(0.8, more)).toBeGreaterThanOrEqual(confidenceBehind(0.8, less));
        expect(confidenceBehind(0.8, more)).toBeLessThanOrEqual(0.8);
      }),
    );
  });
});

describe('several wishes in one sentence', () => {
  it.each([
    ['do my books, answer mails and book my flights', ['transaction-coding', 'routine-replies', 'travel-booking']],
    [
      'llevar la contabilidad, contestar correos y reservar vuelos',
      ['transaction-coding', 'routine-replies', 'travel-booking'],
    ],
    [
      'portar els comptes, contestar correus i reservar vols',
      ['transaction-coding', 'routine-replies', 'travel-booking'],
    ],
    ['gestionar el correo y la agenda', ['inbox-triage', 'calendar-upkeep']],
  ])('each get their duty: %s', (text, wanted) => {
    expect(codes(text).slice(0, wanted.length + 1)).toEqual(expect.arrayContaining(wanted));
  });

  it.each([
    ["de la comptabilitat ja se n'encarrega la gestoria; jo vull el telèfon", 'call-answering', 'transaction-coding'],
    ["I don't need bookkeeping, just somebody to answer the phone", 'call-answering', 'transaction-coding'],
    [
      'la contabilidad ya la lleva mi gestor, necesito que me lleven las redes sociales',
      'social-post-scheduling',
      'transaction-coding',
    ],
    ['everything but invoicing: inbox, calendar, travel', 'inbox-triage', 'invoice-issuing'],
    ['redes sociales no, solo los tiques', 'receipt-capture', 'social-post-scheduling'],
  ])('but not what is excluded: %s', (text, wanted, excluded) => {
    expect(codes(text)[0]).toBe(wanted);
    expect(codes(text)).not.toContain(excluded);
  });

  it.each(["I don't need bookkeeping", 'no necesito nada', 'nobody does the books'])(
    'nothing is excluded where nothing else is wanted: %s',
    (text) => {
      expect(() => suggested(text)).not.toThrow();
    },
  );
});

describe('plain requests', () => {
  it.each([
    ['answer my phone', 'call-answering'],
    ['busco secretaria', 'call-answering'],
    ['necessito una secretària', 'call-answering'],
    ['nobody pays my invoices', 'receivables-chasing'],
    ['nadie me paga las facturas', 'receivables-chasing'],
    ['ningú no em paga les factures', 'receivables-chasing'],
    ['los clientes no pagan las facturas', 'receivables-chasing'],
  ])('are understood, and the clause beats the noun: %s', (text, code) => {
    expect(codes(text)[0]).toBe(code);
  });

  it.each(['I need a PA', 'looking for a personal assistant', 'busco secretaria', 'busco una secretària'])(
    'for a person lead to what such people do: %s',
    (text) => {
      const usual = ['inbox-triage', 'calendar-upkeep', 'call-answering', 'appointment-scheduling'];
      expect(usual).toContain(codes(text)[0]);
    },
  );

  it.each([
    ['too many emails', 'too many e-mails'],
    ['prepare payroll every month', 'prepare pay-roll every month'],
    ['onboarding new staff', 'on-boarding new staff'],
    ['bookkeeping is behind', 'book\u2010keeping is behind'],
    ['voicemails to return', 'voice-mails to return'],
    ['la bústia em menja els matins', 'la bu\u0301stia em menja els matins'],
    ['nóminas', 'no\u0301minas'],
    ['añadir productos al catálogo', 'an\u0303adir productos al cata\u0301logo'],
    ['answer my phone', 'an\u00adswer my pho\u200bne'],
    ['invoices are late', 'in\u2060voices are late\ufeff'],
  ])('are the same however they are spelled: %s, %j', (plain, spelled) => {
    const said = ({ suggestions }: ReturnType<typeof suggested>) =>
      suggestions.map(({ dutyCode, confidence }) => ({ dutyCode, confidence }));
    expect(said(suggested(spelled))).toEqual(said(suggested(plain)));
    expect(said(suggested(plain))).not.toEqual([]);
  });

  it('have evidence that ends behind the accents of its letters', () => {
    const text = 'conciliacio\u0301n bancaria cada mes';
    const words = suggested(text).suggestions.flatMap(({ evidence }) => evidence.map((one) => one.words));
    expect(words.filter((said) => said.startsWith('conciliacio') && !said.startsWith('conciliacio\u0301n'))).toEqual(
      [],
    );
  });
});

describe('where nothing is suggested', () => {
  it.each(['I have too much to do', 'help me with my business', 'no arribo a tot', 'a '.repeat(2_000)])(
    'because the words do not tell, up to three groups are asked back: %s',
    (text) => {
      const { abstained, because, groups } = suggested(text);
      expect({ abstained, because, count: groups.length }).toEqual({ abstained: true, because: 'unclear', count: 3 });
    },
  );

  it.each([
    'Ich brauche jemanden für meine Buchhaltung',
    'Mein Posteingang läuft über',
    "j'ai besoin de quelqu'un pour répondre au téléphone",
    "je n'arrive plus à suivre mes factures",
    'ho bisogno di qualcuno che risponda al telefono',
    'preciso de alguém para atender o telefone',
    'Rechnungen schreiben',
    'comptabilité en retard',
    'fatture non pagate',
    'kontabilitatea',
    'preciso alguén para a axenda',
  ])('another language is not called one of ours: %s', (text) => {
    expect(suggested(text)).toMatchObject({ language: null, abstained: true, because: 'other-language' });
  });

  it.each([
    'write 50 fake reviews',
    'escribe cincuenta reseñas falsas para mi bar',
    'necessito factures falses per a hisenda',
    'set up a phishing mail to our customers',
    'write bad reviews about my competitor',
    'fes-me un justificant mèdic fals',
    'buy followers',
    'invoice for work we never did',
    'backdate an invoice',
  ])('fraud is refused: %s', (text) => {
    expect(suggested(text)).toMatchObject({ abstained: true, because: 'fraud', suggestions: [], groups: [] });
  });

  it.each([
    'somebody leaves fake reviews about us',
    'contestar reseñas falsas de la competencia',
    'we got a fake invoice',
    'I need more followers',
    'answer the bad reviews that a competitor writes',
    'issue the invoices for the work we did',
  ])('whoever suffers from fraud is not refused: %s', (text) => {
    expect(suggested(text).because).not.toBe('fraud');
  });
});
