import { type CatalogueLanguage, catalogueLanguages } from '#domain';
import { Answer } from '#platform/http';
import { createHash } from 'node:crypto';

/** What is part of the program and never changes while it runs: worded and hashed once for each language. */
export function inEveryLanguage<Body>(
  wordedIn: (language: CatalogueLanguage) => Body,
): Readonly<Record<CatalogueLanguage, Answer<Body>>> {
  const answers = catalogueLanguages.map((language) => {
    const body = wordedIn(language);
    const hash = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
    return [language, new Answer(body, { etag: `"${hash}"` })] as const;
  });
  return Object.fromEntries(answers) as Record<CatalogueLanguage, Answer<Body>>;
}
