import { DomainError } from '#domain';
import { emailAddressOf, isBlank, readText, textFaultIn } from '#text';
import { createHash } from 'node:crypto';
import type { AddressObject, HeaderLines } from 'mailparser';
import type { Attachment } from './attachments.js';

/** A mail, as far as a conversation needs it. */
export interface ReadMail {
  readonly from: string | null;
  /** All addresses that it was sent to, or came in by. */
  readonly to: readonly string[];
  readonly subject: string | null;
  readonly text: string;
  /** What hangs on it, by the names that it has there. */
  readonly attachments: readonly Attachment[];
  readonly date: string | null;
  /** Its `Message-ID`, without the brackets; a digest of it where it has none. */
  readonly messageId: string;
  /** What it replies to, the nearest first: `In-Reply-To`, and `References` from the end. */
  readonly repliesTo: readonly string[];
  /** Whether a program wrote it, such as for somebody who is away (RFC 3834). */
  readonly automatic: boolean;
}

const longestText = 20_000;
const mostReferences = 20;
/** Of HTML, more than which nobody wrote by hand. */
const mostHtml = 500_000;
const options = {
  skipImageLinks: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  maxHtmlLengthToParse: mostHtml,
} as const;

/** @throws DomainError `inbound-mail.malformed` */
export async function readMail(source: Buffer): Promise<ReadMail> {
  // Loaded with the first mail: a start needn't wait for it.
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(source, options).catch((error: unknown) => {
    throw new DomainError('inbound-mail.malformed', { detail: error instanceof Error ? error.message : String(error) });
  });
  const from = mail.from?.value[0]?.address;
  if (from === undefined && mail.messageId === undefined) throw new DomainError('inbound-mail.malformed');
  const header = (name: string): string | undefined => valueOf(mail.headerLines, name);
  return {
    from: from === undefined ? null : emailAddressOf(from),
    to: [...addressesOf(mail.to), ...addressesOf(mail.cc), header('delivered-to'), header('x-original-to')].flatMap(
      (address) => address ?? [],
    ),
    subject: mail.subject === undefined ? null : cleaned(mail.subject),
    text: cleaned(mail.text ?? '').trim(),
    attachments: mail.attachments.map(({ filename, content }, place) => ({
      name: nameOf(filename, place),
      bytes: content,
    })),
    date: mail.date === undefined || Number.isNaN(mail.date.getTime()) ? null : mail.date.toISOString(),
    messageId: idOf(mail.messageId) ?? `sha256.${createHash('sha256').update(source).digest('hex')}`,
    repliesTo: referencesOf(mail.inReplyTo, mail.references),
    automatic: isAutomatic(header('auto-submitted'), header('precedence')),
  };
}

const addressesOf = (found: AddressObject | AddressObject[] | undefined): string[] =>
  [found ?? []].flat().flatMap(({ value }) => value.flatMap(({ address }) => address ?? []));

function valueOf(lines: HeaderLines, name: string): string | undefined {
  const line = lines.find(({ key }) => key === name)?.line;
  return line
    ?.slice(line.indexOf(':') + 1)
    .trim()
    .replaceAll(/^<|>$/g, '');
}

const longestId = 500;
const idOf = (written: string | undefined): string | undefined =>
  written?.trim().replaceAll(/^<|>$/g, '').slice(0, longestId) || undefined;

function referencesOf(inReplyTo: string | undefined, references: string | string[] | undefined): string[] {
  const all = [...(inReplyTo?.split(/\s+/) ?? []), ...[references ?? []].flat().toReversed()];
  return [...new Set(all.flatMap((written) => idOf(written) ?? []))].slice(0, mostReferences);
}

const isAutomatic = (autoSubmitted: string | undefined, precedence: string | undefined): boolean =>
  (autoSubmitted !== undefined && !/^no\b/i.test(autoSubmitted)) ||
  /^(bulk|junk|list|auto_reply)$/i.test(precedence ?? '');

/** What was written, and the names of what could not be kept; or else what it is about, so that a mail without words is a message too. */
export function textOfMail({ text, subject }: Pick<ReadMail, 'subject' | 'text'>, left: readonly string[]): string {
  const said = [text, ...left.map((name) => `[${name}]`)].filter((part) => !isBlank(part));
  const words = said.length > 0 ? said.join('\n\n') : (subject ?? '').trim();
  return [...(isBlank(words) ? '—' : words)].slice(0, longestText).join('');
}

const longestName = 200;

/** One line without a path; what has no name is called by its place. */
function nameOf(written: string | undefined, place: number): string {
  const name = cleaned(written ?? '')
    .replaceAll(/[\n\t/\\]+/g, ' ')
    .trim();
  return isBlank(name) ? `${place + 1}` : [...name].slice(-longestName).join('').trim();
}

const carriageReturns = /\r\n?/g;

/** Without what text doesn't have: of what mail programs leave in it, nobody sees anything. */
function cleaned(text: string): string {
  const composed = readText(text.replaceAll(carriageReturns, '\n').replaceAll('\u00a0', ' '));
  if (textFaultIn(composed) === null) return composed;
  return [...composed].filter((character) => textFaultIn(character) === null).join('');
}
