import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element as the parser gives it: its attributes, its text and what is in it, by name. */
export type XmlElement = Readonly<Record<string, unknown>>;

interface XmlForm {
  /** Elements of which there may be several, which come as lists even where there is one. */
  readonly lists?: readonly string[];
  /** How many entities a document may expand. */
  readonly mostEntities: number;
}

/** Characters of what is wrong: the parser tells all that is open where it stopped. */
const mostSaid = 300;
/** Statements and invoices have a dozen levels, and some dozens of elements for each of their lines. */
const most = { levels: 100, elements: 500_000, tagCharacters: 16_384 } as const;

/** Reads XML that somebody brings, and takes all values for text. */
export class XmlReader {
  private readonly parser: XMLParser;

  constructor({ lists = [], mostEntities }: XmlForm) {
    const listed = new Set(lists);
    this.parser = new XMLParser({
      ignoreAttributes: false,
      removeNSPrefix: true,
      parseTagValue: false,
      parseAttributeValue: false,
      processEntities: { enabled: true, maxTotalExpansions: mostEntities },
      isArray: (name) => listed.has(name),
    });
  }

  /** @param refuse makes what is thrown of what is wrong */
  read(text: string, refuse: (detail: string) => Error): XmlElement {
    // Whatever declares a document type may have the reader fetch or repeat what it says.
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw refuse('It declares a document type.');
    const fault = boundsFault(text);
    if (fault !== null) throw refuse(fault);
    const checked = XMLValidator.validate(text);
    if (checked !== true) throw refuse(`Line ${checked.err.line}: ${checked.err.msg.slice(0, mostSaid)}`);
    try {
      return this.parser.parse(text) as XmlElement;
    } catch (error) {
      // It has limits of its own, of levels and of what entities expand to.
      throw refuse((error as Error).message.slice(0, mostSaid));
    }
  }
}

/** What of a text is more than anybody reads: looked at before it is taken apart, as levels without end take the parser minutes. */
function boundsFault(text: string): string | null {
  let [at, depth, elements] = [0, 0, 0];
  for (;;) {
    const start = text.indexOf('<', at);
    if (start === -1) return null;
    const closing = closingOf(text, start);
    const end = text.indexOf(closing, start);
    if (end === -1) return null;
    at = end + closing.length;
    if (closing !== '>') continue;
    if (text[start + 1] === '/') depth -= 1;
    else if (text[end - 1] !== '/') depth += 1;
    elements += 1;
    if (end - start > most.tagCharacters) return 'A tag is longer than any invoice or statement has one.';
    if (depth > most.levels) return `It is nested deeper than ${most.levels} levels.`;
    if (elements > most.elements * 2) return `It has more than ${most.elements} elements.`;
  }
}

/** By what ends that which begins here. */
function closingOf(text: string, start: number): string {
  if (text.startsWith('<!--', start)) return '-->';
  if (text.startsWith('<![CDATA[', start)) return ']]>';
  return text[start + 1] === '?' ? '?>' : '>';
}
