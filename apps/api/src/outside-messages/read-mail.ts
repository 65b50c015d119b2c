import { DomainError } from '#domain';
import { emailAddressOf, isBlank, readText, textFaultIn } from '#text';
import { createHash } from 'node:crypto';
import type { AddressObject, HeaderLines } from 'mailparser';

/** A mail, as far as a conversation needs it. */
export interface ReadMail {
  readonly from: string | null;
  /** All addresses that it was sent to, or came in by. */
  readonly to: readonly string[];
  readonly subject: string | null;
  readonly text: string;
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
  const attachments = mail.attachments.map(({ filename }) => cleaned(filename ?? '—'));
  return {
    from: from === undefined ? null : emailAddressOf(from),
    to: [...addressesOf(mail.to), ...addressesOf(mail.cc), header('delivered-to'), header('x-original-to')].flatMap(
      (address) => address ?? [],
    ),
    subject: mail.subject === undefined ? null : cleaned(mail.subject),
    text: textOf(mail.text ?? '', mail.subject ?? '', attachments),
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

/** What was written, and the names of what hangs on it; or else what it is about, so that a mail without words is a message too. */
function textOf(text: string, subject: string, attachments: readonly string[]): string {
  const said = [cleaned(text).trim(), ...attachments.map((name) => `[${name}]`)].filter((part) => !isBlank(part));
  const words = said.length > 0 ? said.join('\n\n') : cleaned(subject).trim();
  return [...(isBlank(words) ? '—' : words)].slice(0, longestText).join('');
}

const carriageReturns = /\r\n?/g;

/** Without what text doesn't have: of what mail programs leave in it, nobody sees anything. */
function cleaned(text: string): string {
  const composed = readText(text.replaceAll(carriageReturns, '\n').replaceAll('\u00a0', ' '));
  if (textFaultIn(composed) === null) return composed;
  return [...composed].filter((character) => textFaultIn(character) === null).join('');
}
