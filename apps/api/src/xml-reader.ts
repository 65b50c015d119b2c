import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element as the parser gives it: its attributes, its text and what is in it, by name. */
export type XmlElement = Readonly<Record<string, unknown>>;

interface XmlForm {
  /** Elements of which there may be several, which come as lists even where there is one. */
  readonly lists?: readonly string[];
  /** How many entities a document may expand. */
  readonly mostEntities: number;
}

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
    const checked = XMLValidator.validate(text);
    if (checked !== true) throw refuse(`Line ${checked.err.line}: ${checked.err.msg}`);
    try {
      return this.parser.parse(text) as XmlElement;
    } catch (error) {
      // It has limits of its own, of levels and of what entities expand to.
      throw refuse((error as Error).message);
    }
  }
}
