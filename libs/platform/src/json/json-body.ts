import { isAscii } from 'node:buffer';
import { DomainError, type FieldPath } from '#domain-error';
import { readText } from '#text';
import { isStorableText } from './storable-text.js';

/** Levels of objects and arrays in each other. */
const maxJsonDepth = 32;
/** What fewer bytes than this can become is parsed in no time, however deep it is. */
const deepBytes = 4_096;

const malformed = (detail: string): DomainError => new DomainError('request.malformed', { detail });

/**
 * Reads a body of JSON and refuses what would come to grief later: text that isn't UTF-8 or can't be stored, numbers
 * that lose digits, names that reach into prototypes, and nesting without end. `-0` is read as `0`, and text composed.
 */
export function parseJsonBody(bytes: Buffer): unknown {
  if (bytes.length === 0) throw malformed('The body is empty although its content type announces JSON.');
  const text = decodeUtf8(bytes);
  if (bytes.length > deepBytes) assertShallow(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed('The body is not JSON.');
  }
  // Only an escape can write half a character or a control character into text that is UTF-8, and ASCII is composed.
  const isPlain = !/\\[ubf]/.test(text) && text.length === bytes.length;
  return isPlain && isSound(value, 0) ? value : inspect(value, [], isPlain);
}

const [quote, backslash] = [0x22, 0x5c];
const [openList, openObject, closeList, closeObject] = [0x5b, 0x7b, 0x5d, 0x7d];

/** Before anything is made of it: a megabyte of brackets would become a hundred of objects. */
function assertShallow(bytes: Buffer): void {
  let [depth, deepest] = [0, 0];
  let isText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if (byte === openList || byte === openObject) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (byte === closeList || byte === closeObject) depth -= 1;
  }
  if (deepest <= maxJsonDepth) return;
  if (depth !== 0) throw malformed('The body is not JSON.');
  throw tooDeep();
}

const tooDeep = (): DomainError =>
  new DomainError('request.too-deep', { detail: `At most ${maxJsonDepth} levels are taken.` });

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Refuses bytes that aren't UTF-8 instead of replacing them, as anything else would store what nobody sent. */
export function decodeUtf8(bytes: Buffer): string {
  // As most are, and then there is nothing to decode.
  if (isAscii(bytes)) return bytes.toString('latin1');
  try {
    return strictUtf8.decode(bytes);
  } catch {
    throw new DomainError('request.bad-text', { detail: 'The body is not UTF-8.' });
  }
}

/** Whether there is nothing to refuse or to change in a value of plain text, as in nearly all; false where it isn't sure. */
function isSound(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return !Object.is(value, -0) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= maxJsonDepth) return false;
  if (Array.isArray(value)) return value.every((item) => isSound(item, depth + 1));
  for (const name in value)
    if (isPrototypeName(name) || !isSound((value as Record<string, unknown>)[name], depth + 1)) return false;
  return true;
}

/** `path` is where the value stands; it is one array for the whole walk, so that a big body costs no copies of it. */
function inspect(value: unknown, path: (string | number)[], isPlain: boolean): unknown {
  if (typeof value === 'string') {
    if (!isPlain && !isStorableText(value))
      throw refused('request.bad-text', path, 'characters', 'It holds NUL or half a character.');
    return isPlain ? value : readText(value);
  }
  if (typeof value === 'number') return inspectNumber(value, path);
  if (typeof value !== 'object' || value === null) return value;
  if (path.length >= maxJsonDepth) throw tooDeep();
  if (Array.isArray(value)) return inspectList(value, path, isPlain);
  const members = value as Record<string, unknown>;
  for (const name of Object.keys(members)) {
    if (!isPlain && !isStorableText(name))
      throw refused('request.bad-text', path, 'characters', 'A name holds NUL or half a character.');
    path.push(name);
    if (isPrototypeName(name)) throw refused('request.invalid', path, 'unknown', 'This name is not taken.');
    const member = members[name];
    const inspected = inspect(member, path, isPlain);
    if (inspected !== member || inspected === 0) members[name] = inspected;
    path.pop();
  }
  return value;
}

/** Its items have no names to look at, and there may be hundreds of thousands. */
function inspectList(items: unknown[], path: (string | number)[], isPlain: boolean): unknown[] {
  for (let at = 0; at < items.length; at += 1) {
    path.push(at);
    const inspected = inspect(items[at], path, isPlain);
    if (inspected !== items[at] || inspected === 0) items[at] = inspected;
    path.pop();
  }
  return items;
}

function inspectNumber(value: number, path: FieldPath): number {
  const isTooBig = !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
  if (isTooBig) throw refused('request.invalid', path, 'range', 'The number is out of range (2^53 - 1 at most).');
  return value === 0 ? 0 : value;
}

/** Names that mean an object's prototype to careless code. */
export const isPrototypeName = (name: string): boolean =>
  name === '__proto__' || name === 'constructor' || name === 'prototype';

function refused(code: string, path: FieldPath, rule: string, detail: string): DomainError {
  return new DomainError(code, { at: [...path], rule, detail });
}

/** RFC 6901. */
export const pointerOf = (path: FieldPath): string =>
  path.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
