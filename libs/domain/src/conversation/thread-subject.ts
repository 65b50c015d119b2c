import { referenceOf } from '#text';

/** What mail programs put before the subject of what they answer or pass on, in the languages that are written here. */
const prefix = /^\s*(?:re|fwd?|rv|resp|aw|wg|tr)\s*(?:\[\d+\])?\s*:\s*/i;
const longest = 200;

/** What a thread is called that begins with a message from outside: by its subject, or else by its first words. */
export function threadSubject(subject: string | null, text: string): string {
  let said = referenceOf(subject ?? '');
  while (prefix.test(said)) said = said.replace(prefix, '');
  if (said === '') said = referenceOf(text.trim().split('\n', 1)[0] ?? '');
  return [...said].slice(0, longest).join('');
}
