/**
 * A text in lines that aren't wider than `width`, as `widthOf` measures: broken between words, and within one that is wider
 * than a line by itself. Breaks that the text has stay.
 */
export function wrappedLines(text: string, width: number, widthOf: (part: string) => number): string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => wrapped(line.replaceAll('\t', ' '), width, widthOf));
}

function wrapped(text: string, width: number, widthOf: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part) => pieces(part, width, widthOf))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** A word that fits, or its pieces. */
function pieces(word: string, width: number, widthOf: (part: string) => number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)) {
    if (part !== '' && widthOf(part + segment) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}
