import { XmlReader } from './xml-reader.js';

describe('XML that somebody brings', () => {
  const reader = new XmlReader({ lists: ['line'], mostEntities: 10 });
  const read = (text: string) => reader.read(text, (detail) => new RangeError(detail));

  it('is read as text, with lists where there may be several', () => {
    const text = '<x:book xmlns:x="urn:x"><line>007</line><total currency="EUR">1.50</total></x:book>';
    const total = { '#text': '1.50', '@_currency': 'EUR' };
    expect(read(text)).toMatchObject({ book: { line: ['007'], total } });
  });

  it('may have brackets in what is no element', () => {
    const text = `<a><!--${'<b>'.repeat(200)}--><![CDATA[${'<b>'.repeat(200)}]]><?p ${'<b>'.repeat(200)}?></a>`;
    expect(read(text)).toMatchObject({ a: { '#text': '<b>'.repeat(200) } });
  });

  it.each([
    ['declares a document type', '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>', 'document type'],
    ['is cut off', '<a><b>', 'Line 1'],
    ['is nested too deep', '<a>'.repeat(300) + '</a>'.repeat(300), 'nested'],
    ['is nested without end', '<a>'.repeat(100_000), 'nested'],
    [
      'has a tag with attributes without end',
      `<a ${Array.from({ length: 100_000 }, (_, at) => `b${at}="1"`).join(' ')}/>`,
      'tag',
    ],
    ['has more elements than anybody needs', `<a>${'<b/>'.repeat(1_000_000)}</a>`, 'elements'],
    ['has more entities than anybody needs', `<a>${'&amp;'.repeat(11)}</a>`, 'limit'],
  ])('is refused where it %s, with what is wrong', (_how, text, detail) => {
    expect(() => read(text)).toThrow(RangeError);
    expect(() => read(text)).toThrow(detail);
  });
});
