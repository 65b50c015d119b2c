import type { ArrivedMail } from '#domain';
import { emailAddressOf, textLength } from '#text';
import type { FetchMessageObject } from 'imapflow';
import { createHash } from 'node:crypto';

/** What is asked for beside the envelope: what says which mails are answered, and whether a program wrote this one. */
export const headersToRead = [
  'references',
  'auto-submitted',
  'precedence',
  'list-id',
  'list-unsubscribe',
  'return-path',
] as const;

/** Of a long conversation: those nearest to the mail, and the one that began it. */
const mostAnswers = 30;
const longestId = 200;

type Message = Pick<FetchMessageObject, 'envelope' | 'headers' | 'internalDate' | 'size'>;

/** What is kept of a mail; null where its server doesn't say when it came. */
export function mailOf(
  { envelope, headers: raw, internalDate, size }: Message,
  folder: { readonly direction: 'in' | 'out'; readonly ownAddress: string },
  now: string,
): ArrivedMail | null {
  const cameMs = new Date(internalDate ?? Number.NaN).getTime();
  if (Number.isNaN(cameMs)) return null;
  const headers = headersOf(raw);
  const from = envelope?.from?.[0]?.address ?? '';
  const isOwn = from !== '' && sameAddress(from, folder.ownAddress);
  const answered = [...idsIn(envelope?.inReplyTo), ...idsIn(headers.get('references')).reverse()];
  const [messageId = `no-id-${cameMs}-${size ?? 0}`] = idsIn(envelope?.messageId);
  const answers = [...new Set(answered)].filter((id) => id !== messageId);
  return {
    messageId,
    direction: folder.direction === 'out' || isOwn ? 'out' : 'in',
    // A server whose clock is fast says of a mail that it is yet to come.
    at: new Date(Math.min(cameMs, Date.parse(now))).toISOString(),
    automatic: isAutomatic(headers, envelope?.replyTo?.[0]?.address ?? from),
    answers: answers.length <= mostAnswers ? answers : [...answers.slice(0, mostAnswers - 1), answers.at(-1)!],
  };
}

/**
 * Whether a program wrote it: RFC 3834 for replies, RFC 2919 and 2369 for lists, the empty return path for what couldn't be delivered, and
 * what old programs say.
 */
function isAutomatic(headers: ReadonlyMap<string, string>, answersGoTo: string): boolean {
  const submitted = headers.get('auto-submitted')?.split(';')[0]?.trim().toLowerCase() ?? 'no';
  if (submitted !== 'no') return true;
  if (headers.has('list-id') || headers.has('list-unsubscribe')) return true;
  if (headers.get('return-path')?.trim() === '<>') return true;
  if (/^(?:auto[-_]?reply|bulk|junk|list)$/i.test(headers.get('precedence')?.trim() ?? '')) return true;
  return /^(?:mailer-daemon|(?:do[-_.]?)?not?[-_.]?reply)@/i.test(answersGoTo);
}

function headersOf(raw: Buffer | undefined): Map<string, string> {
  const unfolded = (raw ?? Buffer.alloc(0)).toString('latin1').replaceAll(/\r?\n[ \t]+/g, ' ');
  return new Map(
    unfolded.split(/\r?\n/).flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );
}

/** Ids of mails in the order in which they are named; what isn't fit to be a reference is told by its digest. */
const idsIn = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/<([^<>\s]+)>/g)].map(([, id]) => {
    const isFit = /^[\x21-\x7e]+$/.test(id!) && textLength(id!) <= longestId;
    return isFit ? id! : `sha256-${createHash('sha256').update(id!).digest('hex')}`;
  });

const sameAddress = (one: string, other: string): boolean =>
  (emailAddressOf(one) ?? one.toLowerCase()) === (emailAddressOf(other) ?? other.toLowerCase());
