import { DomainError } from '#domain-error';
import { isPrototypeName, isStorableText } from '../json/index.js';

const maxQueryParameters = 100;

/**
 * Refuses paths and queries whose text isn't percent-encoded UTF-8, can't be stored or reaches into prototypes. Which
 * parameters a route takes is for its DTOs to say.
 */
export function assertReadableTarget(url: string, params: unknown): void {
  const values = (params ?? {}) as Readonly<Record<string, unknown>>;
  for (const parameter in values) {
    const value = values[parameter];
    if (typeof value === 'string' && !isStorableText(value)) throw badText(parameter);
  }
  const start = url.indexOf('?');
  if (start === -1 || start === url.length - 1) return;
  const pairs = url.slice(start + 1).split('&');
  if (pairs.length > maxQueryParameters) {
    throw new DomainError('request.malformed', { detail: `At most ${maxQueryParameters} query parameters are taken.` });
  }
  for (const pair of pairs) assertReadablePair(pair);
}

function assertReadablePair(pair: string): void {
  const equals = pair.indexOf('=');
  const name = decode(equals === -1 ? pair : pair.slice(0, equals), null);
  const value = decode(equals === -1 ? '' : pair.slice(equals + 1), name);
  if (isPrototypeName(name)) {
    throw new DomainError('request.invalid', { parameter: name, rule: 'unknown', detail: 'This name is not taken.' });
  }
  if (!isStorableText(name)) throw new DomainError('request.bad-text');
  if (!isStorableText(value)) throw badText(name);
}

function decode(text: string, parameter: string | null): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    const detail = 'The query is not percent-encoded UTF-8.';
    throw new DomainError(
      'request.malformed',
      parameter === null ? { detail } : { parameter, rule: 'encoding', detail },
    );
  }
}

const badText = (parameter: string): DomainError =>
  new DomainError('request.bad-text', { parameter, rule: 'characters', detail: 'It holds NUL or half a character.' });
