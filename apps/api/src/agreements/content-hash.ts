import type { ContentHash } from '#domain';
import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal of the UTF-8 text. */
export const contentHash: ContentHash = (canonicalTerms) => createHash('sha256').update(canonicalTerms).digest('hex');
