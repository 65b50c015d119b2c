import { textFaults, unnamedEvents, unusedTexts } from './text-faults.js';

const texts = (...entries: [string, Record<string, string>][]) => new Map(entries);
const faultsOf = (en: Record<string, string>, ca: Record<string, string>): string[] =>
  textFaults(
    new Map([
      ['en', texts(['shell', en])],
      ['ca', texts(['shell', ca])],
    ]),
  );

describe('the texts of the page', () => {
  it('say the same things in each language', () => {
    expect(faultsOf({ home: 'Home of {name}' }, { home: 'Inici de {name}' })).toEqual([]);
  });

  it('lack nothing that the first language has, and have nothing else', () => {
    expect(faultsOf({ home: 'Home' }, { start: 'Inici' })).toEqual([
      'ca/shell.json lacks "home"',
      'ca/shell.json has "start", which en hasn\'t',
    ]);
  });

  it('are told the same, whatever they make of it', () => {
    expect(faultsOf({ n: '{n, plural, one {#} other {# of {all}}}' }, { n: '{m}' })).toEqual([
      'ca/shell.json "n" is told m and not all, n',
    ]);
  });

  it('can be read', () => {
    expect(faultsOf({ home: 'Home' }, { home: '{' })).toEqual(['ca/shell.json "home" can\'t be read']);
  });
});

describe('a number of things', () => {
  const drafts = { drafts: '{count, plural, one {# draft} other {# drafts}}' };

  it('has a form for one of them wherever it is a number elsewhere', () => {
    expect(faultsOf(drafts, { drafts: '{count} esborranys' })).toEqual([
      'ca/shell.json "drafts" says {count} of things, and has no plural',
    ]);
    expect(faultsOf(drafts, { drafts: '{count, plural, one {# esborrany} other {# esborranys}}' })).toEqual([]);
  });

  it('is also one inside of another plural', () => {
    const both = '{all, plural, one {one} other {{count} drafts}}';
    expect(faultsOf({ ...drafts, both }, { ...drafts, both: '{count} de {all}' })).toEqual([
      'en/shell.json "both" says {count} of things, and has no plural',
    ]);
  });

  it('says that its word is the same for one where it is written as a number', () => {
    expect(faultsOf(drafts, { drafts: '{count, number} en pausa' })).toEqual([]);
  });

  it('may be part of another, or stand for itself', () => {
    expect(faultsOf({ ...drafts, of: '{count} of 5' }, { ...drafts, of: 'Tots ({count})' })).toEqual([]);
  });
});

describe('an apostrophe', () => {
  it('is a typographic one', () => {
    expect(faultsOf({ home: 'It’s home' }, { home: "L'inici" })).toEqual([
      'ca/shell.json "home" has \' where ’ stands elsewhere',
    ]);
  });
});

describe('an event', () => {
  it('has words for what it is about, and for what happened', () => {
    const happened = { 'subject-booking': 'Booking', 'did-held': 'held' };
    expect(unnamedEvents(['booking.held.v1', 'booking.lost.v1'], happened)).toEqual([
      'no words for booking.lost.v1: happened.json lacks "did-lost"',
    ]);
  });
});

describe('a text that nothing uses', () => {
  const unused = (code: string, ...values: string[]) =>
    unusedTexts(['work.status-done', 'work.status-lost', 'work.title'], code, new Set(values));

  it('is one whose id stands nowhere', () => {
    expect(unused("t('work.title')")).toEqual(['work.status-done', 'work.status-lost']);
  });

  it('is also one that begins as ids that are put together, with a word that nobody has for the gap', () => {
    expect(unused("t('work.title') t(`work.status-${status}`)", 'done')).toEqual(['work.status-lost']);
    expect(unused("t('work.title') t(`work.status-${status}`) const all = ['done', 'lost']")).toEqual([]);
  });
});
