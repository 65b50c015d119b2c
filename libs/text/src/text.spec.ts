import {
  emailAddressOf,
  faultSentence,
  isBlank,
  isOwnName,
  readText,
  referenceOf,
  textFaultIn,
  textLength,
} from './index.js';

describe('text', () => {
  it('is the same composed and decomposed', () => {
    expect(readText('Nu\u0301ria')).toBe('N\u00faria');
    expect(readText('plain text\n')).toBe('plain text\n');
  });

  it.each([
    ['\u202egro.live', 'It holds U+202E, which turns the direction of what follows.'],
    ['a\u200fb', 'It holds U+200F, which turns the direction of what follows.'],
    ['N\ufffdria', 'It holds U+FFFD, which is what is left of text that was read in the wrong encoding.'],
    ['Bell\u0007', 'It holds U+0007, which is a control character.'],
    ['\u0085', 'It holds U+0085, which is a control character.'],
    ['half \ud83d', 'It holds U+D83D, which is no character.'],
    ['\uffff', 'It holds U+FFFF, which is no character.'],
    ['in\u200bvisible', 'It holds U+200B, which is not to be seen.'],
    ['soft\u00adhyphen', 'It holds U+00AD, which is not to be seen.'],
    ['a\u3164', 'It holds U+3164, which is not to be seen.'],
    ['a\u2800', 'It holds U+2800, which is not to be seen.'],
    ['a\u{e0041}', 'It holds U+E0041, which is not to be seen.'],
    ['Aina\u200d Soler', 'It holds U+200D, which is not to be seen.'],
    ['a\ufe0f', 'It holds U+FE0F, which is not to be seen.'],
  ])('does not have what is in %j', (written, sentence) => {
    expect(faultSentence(textFaultIn(written)!)).toBe(sentence);
  });

  it.each([
    'N\u00faria',
    'tab\tand\nline',
    '👩‍💻 ❤️ 👍🏽',
    '\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    'क्‍ष',
    '日本語',
    '한국어',
    'Ω',
  ])('may be %j', (written) => {
    expect(textFaultIn(written)).toBeNull();
  });

  it.each(['', '  ', '\u200b\u200b', '\u2060', '\u3164', '\u00ad', '\u00a0\u3000'])('is missing in %j', (written) => {
    expect(isBlank(written)).toBe(true);
    expect(readText(written)).toMatch(/^ *$/);
    expect(readText(written)).toHaveLength(written.length);
  });

  it('is as long as it has code points', () => {
    expect(textLength('👩'.repeat(2_501))).toBe(2_501);
    expect(textLength('N\u00faria')).toBe(5);
  });

  it('as a reference has no spaces that nobody sees', () => {
    expect(referenceOf(' A\u00a0 1 ')).toBe('A 1');
  });
});

describe('an e-mail address', () => {
  it.each([
    ['n\u00faria@example.org', 'n\u00faria@example.org'],
    ['nu\u0301ria@example.org', 'n\u00faria@example.org'],
    ['N\u00daRIA@Example.ORG', 'n\u00faria@example.org'],
    ['info@b\u00fccher.example', 'info@xn--bcher-kva.example'],
    ['info@XN--BCHER-KVA.example', 'info@xn--bcher-kva.example'],
    ['info@\uff42.example', 'info@b.example'],
    ['STRASSE@example.org', 'strasse@example.org'],
    ['stra\u00dfe@example.org', 'strasse@example.org'],
    ["o'hara+books@example.org", "o'hara+books@example.org"],
  ])('%j is kept as %s', (written, kept) => {
    expect(emailAddressOf(written)).toBe(kept);
    expect(emailAddressOf(kept)).toBe(kept);
  });

  it.each([
    '\u202en\u00faria@example.org',
    'a\u200bb@example.org',
    'a\n@example.org',
    'a b@example.org',
    '@example.org',
    'example.org',
    'a@b@example.org',
    'a..b@example.org',
    '.a@example.org',
    '"a b"@example.org',
    'a@localhost',
    'a@127.0.0.1',
    'a@example.org.',
    'a@-example.org',
    'a@exa mple.org',
    'a@example.org/path',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b.'.repeat(130)}org`,
    '',
  ])('%j is none', (written) => {
    expect(emailAddressOf(written)).toBeNull();
  });
});

describe('a name for something of one’s own', () => {
  it.each(['inbox', 'Line-2', 'a.b_c-d', '7', 'x'.repeat(40)])('is %s', (name) => expect(isOwnName(name)).toBe(true));
  it.each(['', ' ', '-a', 'two words', 'ana@example.org', 'niña', 'a\n', 'x'.repeat(41), '__proto__'])(
    'is not %j',
    (name) => expect(isOwnName(name)).toBe(false),
  );
});
