import { errorCatalogue } from './errors.js';

describe('the catalogue of errors', () => {
  it('names every code as noun.reason, with a title that is a sentence', () => {
    for (const [code, { title }] of Object.entries(errorCatalogue)) {
      expect(code).toMatch(/^[a-z-]+\.[a-z0-9-]+$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
    }
  });
});
