import { createHash } from 'node:crypto';

/** As long as the code of a duty may be wherever one is sent. */
const maxCodeLength = 60;
const plain = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * The code under which listings, needs and agreements name an imported duty: the source and, behind a colon, the
 * identifier that it has there (`onet:8823`); of a URI its last part (`esco:0005c151-5b5a-4a66-8aac-60e734beb1ab`); of
 * what is too long or has characters that a code hasn't, a digest. The same identifier always gives the same code; of
 * the own duties' codes none has a colon, and neither has the name of a source, so that no two catalogues clash.
 */
export function importedCode(source: string, externalId: string): string {
  const fits = (name: string): boolean => plain.test(name) && source.length + 1 + name.length <= maxCodeLength;
  const lastPart = /^[a-z][a-z\d+.-]*:.*[/#]([^/#]+)$/i.exec(externalId)?.[1] ?? '';
  const name = [externalId, lastPart].find(fits);
  return `${source}:${name ?? createHash('sha256').update(externalId).digest('base64url').slice(0, 22)}`;
}
