import { readdirSync, readFileSync } from 'node:fs';

const sources = new URL('../../../../libs/domain/src/', import.meta.url);

describe('the domain', () => {
  it('names a field by its path and knows nothing of pointers, headers and parameters of HTTP', () => {
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
    );
    expect(files.length).toBeGreaterThan(70);
    const speaksHttp = files.filter((file) =>
      /\b(pointer|header|parameter|query string|status code)s?\b|'\/[a-z]|`\/[a-z]/i.test(
        readFileSync(new URL(file, sources), 'utf8'),
      ),
    );
    expect(speaksHttp).toEqual([]);
  });
});
