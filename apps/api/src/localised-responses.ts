import { type CatalogueLanguage, catalogueLanguages } from '#domain';
import { Answer } from '#platform/http';
import { createHash } from 'node:crypto';

/** What is part of the program and never changes while it runs: worded and hashed once for each language. */
export function localisedResponses<Body>(
  wordedIn: (language: CatalogueLanguage) => Body,
): Readonly<Record<CatalogueLanguage, Answer<Body>>> {
  const answers = catalogueLanguages.map((language) => {
    return [language, hashedResponse(wordedIn(language))] as const;
  });
  return Object.fromEntries(answers) as Record<CatalogueLanguage, Answer<Body>>;
}

/** With an ETag that is the same as long as the answer is. */
export function hashedResponse<Body>(body: Body): Answer<Body> {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
  return new Answer(body, { etag: `"${hash}"` });
}
