import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './visitor.js';

const folder = fileURLToPath(new URL('../../../apps/web/src/texts', import.meta.url));

/** What the page says in a language: `say('needs.post')`. */
export function textsOf(language: Language): (id: string, values?: Record<string, string | number>) => string {
  return (id, values) => {
    const [file, key] = [id.slice(0, id.indexOf('.')), id.slice(id.indexOf('.') + 1)];
    const texts = JSON.parse(readFileSync(join(folder, language, `${file}.json`), 'utf8')) as Record<string, string>;
    return String(new IntlMessageFormat(texts[key]!, language).format(values));
  };
}
