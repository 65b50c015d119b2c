import { isArgumentElement, type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** The texts of one language: by file, then by key. */
export type Texts = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** What is wrong with the texts of a page, in sentences: the first language says which texts there are and what each is told. */
export function textFaults(byLanguage: ReadonlyMap<string, Texts>): string[] {
  const [first, ...others] = [...byLanguage];
  if (first === undefined) return ['there are no texts'];
  const faults = others.flatMap(([language, texts]) => [
    ...differences(first[1], texts, (file, key) => `${language}/${file}.json lacks "${key}"`),
    ...differences(texts, first[1], (file, key) => `${language}/${file}.json has "${key}", which ${first[0]} hasn't`),
  ]);
  const counted = countedIn(byLanguage);
  return [
    ...faults,
    ...[...byLanguage].flatMap(([language, texts]) => wordingFaults(language, texts, first[1])),
    ...[...byLanguage].flatMap(([language, texts]) => spellingFaults(language, texts, counted)),
  ];
}

/** What is said of a number of things has a form for one of them; and an apostrophe is written as one. */
function spellingFaults(language: string, texts: Texts, counted: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return eachText(texts).flatMap(([file, key, text]) => {
    const place = `${language}/${file}.json "${key}"`;
    const elements = elementsOf(text) ?? [];
    const uncounted = alike(elements, counted.get(file) ?? new Set()).map(
      (name) => `${place} says {${name}} of things, and has no plural`,
    );
    return straight.test(text) ? [...uncounted, `${place} has ' where ’ stands elsewhere`] : uncounted;
  });
}

const straight = /\p{L}'+\p{L}/u;
/** After a number these name no thing. */
const joining = new Set(['of', 'de', 'at', 'to', 'a', 'and', 'y', 'i', 'from', 'in', 'en', 'per', 'por']);

/** By file, the names of all that some text of it has a plural for, in whichever language: these are numbers, and `count` is one anyway. */
function countedIn(byLanguage: ReadonlyMap<string, Texts>): Map<string, Set<string>> {
  const counted = new Map<string, Set<string>>();
  for (const [file, , text] of [...byLanguage.values()].flatMap(eachText)) {
    const known = counted.get(file) ?? new Set(['count']);
    for (const name of pluralsIn(elementsOf(text) ?? [])) known.add(name);
    counted.set(file, known);
  }
  return counted;
}

function pluralsIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => [
    ...(element.type === TYPE.plural ? [element.value] : []),
    ...partsOf(element).flatMap(pluralsIn),
  ]);
}

/** Numbers that are followed by a word as if there were never one: `{count} drafts`. `{count, number} paused` says that the word is the same for one. */
function alike(elements: readonly MessageFormatElement[], counted: ReadonlySet<string>): string[] {
  return elements.flatMap((element, at) => {
    const within = partsOf(element).flatMap((part) => alike(part, counted));
    const next = elements[at + 1];
    if (!isArgumentElement(element) || !counted.has(element.value) || next?.type !== TYPE.literal) return within;
    const word = /^[ \u00a0](\p{Ll}+)/u.exec(next.value)?.[1];
    return word === undefined || joining.has(word) ? within : [element.value, ...within];
  });
}

function partsOf(element: MessageFormatElement): (readonly MessageFormatElement[])[] {
  if (element.type === TYPE.tag) return [element.children];
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
  return Object.values(element.options).map(({ value }) => value);
}

const eachText = (texts: Texts): (readonly [file: string, key: string, text: string])[] =>
  [...texts].flatMap(([file, wordings]) => Object.entries(wordings).map(([key, text]) => [file, key, text] as const));

function elementsOf(text: string): MessageFormatElement[] | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function differences(of: Texts, from: Texts, sentence: (file: string, key: string) => string): string[] {
  return [...of].flatMap(([file, texts]) =>
    Object.keys(texts)
      .filter((key) => from.get(file)?.[key] === undefined)
      .map((key) => sentence(file, key)),
  );
}

function wordingFaults(language: string, texts: Texts, first: Texts): string[] {
  return [...texts].flatMap(([file, wordings]) =>
    Object.entries(wordings).flatMap(([key, text]) => {
      const place = `${language}/${file}.json "${key}"`;
      const told = argumentsOf(text);
      if (told === null) return [`${place} can't be read`];
      const expected = argumentsOf(first.get(file)?.[key] ?? text) ?? told;
      return told.join() === expected.join()
        ? []
        : [`${place} is told ${told.join(', ')} and not ${expected.join(', ')}`];
    }),
  );
}

/** The names of what a text is told, sorted; null where it isn't a message. */
function argumentsOf(text: string): string[] | null {
  const elements = elementsOf(text);
  return elements && [...new Set(namesIn(elements))].sort();
}

function namesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (isArgumentElement(element)) return [element.value];
    const parts = partsOf(element);
    if (parts.length > 0) return [(element as { value: string }).value, ...parts.flatMap(namesIn)];
    return element.type === TYPE.number || element.type === TYPE.date || element.type === TYPE.time
      ? [element.value]
      : [];
  });
}

/**
 * Ids that nothing uses: neither written out in the code, nor put together there, as `words.channel-${channel}` is, of a word that
 * can stand in the gap.
 * @param values of the API that ids are made of, such as statuses
 */
export function unusedTexts(ids: readonly string[], code: string, values: ReadonlySet<string>): string[] {
  const beginnings = [...code.matchAll(/[`']([\w-]+\.[\w.-]*)\$\{/g)].map(([, beginning]) => beginning!);
  // What is quoted, and what is a name of a property.
  const said = new Set(
    [...code.matchAll(/['`"]([\w.-]+)['`"]|([\w-]+)\??:/g)].map(([, quoted, name]) => quoted ?? name!),
  );
  const canStand = (word: string): boolean => said.has(word) || values.has(word);
  return ids.filter(
    (id) =>
      !code.includes(`'${id}'`) &&
      !beginnings.some((beginning) => id.startsWith(beginning) && canStand(id.slice(beginning.length))),
  );
}

/** Events that the page has no words for: what they are about, or what happened to it. @param types `booking.held.v1` */
export function unnamedEvents(types: readonly string[], happened: Readonly<Record<string, string>>): string[] {
  return types.flatMap((type) => {
    const [subject, did] = type.split('.');
    return [`subject-${subject}`, `did-${did}`]
      .filter((key) => happened[key] === undefined)
      .map((key) => `no words for ${type}: happened.json lacks "${key}"`);
  });
}
