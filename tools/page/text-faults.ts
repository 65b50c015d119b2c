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
  return [...faults, ...[...byLanguage].flatMap(([language, texts]) => wordingFaults(language, texts, first[1]))];
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
  try {
    return [...new Set(namesIn(parse(text)))].sort();
  } catch {
    return null;
  }
}

function namesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (isArgumentElement(element)) return [element.value];
    if (element.type === TYPE.tag) return [element.value, ...namesIn(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))];
    }
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
