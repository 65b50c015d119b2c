import type { ArrivedMail, MailboxFailure, MailboxSecurity } from '#domain';
import { dayMs } from '#domain';
import { calledOut, OutboundAddresses, OutboundError, outboundErrorOf } from '#platform/outbound';
import { Injectable } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import { isIP } from 'node:net';
import { headersToRead, mailOf } from './mail-headers.js';

/** Before an engagement there is a baseline of so many days. */
const firstLookDays = 180;
/** What a mailbox says of mails that are older is not heeded. */
const oldestDays = 400;
const mailsAtOnce = 2_000;
/** So many are asked for in one command, whose line some servers limit. */
const mailsInACommand = 200;
/** RFC 3501, 2.3.1.1. */
const highestUid = 2 ** 32 - 1;
const mostStrays = 1_000;
const timeLimitMs = 45_000;
const mostBytes = 16 * 1_024 * 1_024;
const lookMs = 250;

/** How far a folder has been read. Ids of mails mean something in one validity alone (RFC 9051, 2.3.1.1). */
export interface FolderPosition {
  readonly uidValidity: string;
  readonly nextUid: number;
}
export interface MailboxPositions {
  readonly inbox: FolderPosition | null;
  readonly sent: FolderPosition | null;
}
export const nothingRead: MailboxPositions = { inbox: null, sent: null };

export interface MailboxAccess {
  readonly host: string;
  readonly port: number;
  readonly security: MailboxSecurity;
  readonly userName: string;
  readonly password: string;
}

export type MailboxRead =
  | {
      readonly type: 'read';
      readonly mails: readonly ArrivedMail[];
      readonly positions: MailboxPositions;
      readonly caughtUp: boolean;
    }
  | { readonly type: 'failed'; readonly because: MailboxFailure };

/** Why a reading was given up by ourselves. */
class GivenUp extends Error {
  constructor(readonly because: MailboxFailure) {
    super(because);
  }
}

/**
 * Reads envelopes out of a mailbox, from where it was read last. Folders are examined and not selected, so that nothing in them
 * changes; a server that is slow, that never ends or that says too much is given up.
 */
@Injectable()
export class ImapReader {
  constructor(private readonly addresses: OutboundAddresses) {}

  /** @throws the signal's reason where it was given up */
  read(access: MailboxAccess, positions: MailboxPositions, now: string, signal: AbortSignal): Promise<MailboxRead> {
    const server = { protocol: 'imap:', hostname: access.host, port: String(access.port) };
    return calledOut(
      { service: 'mailbox', operation: 'read', server },
      () => this.tryToRead(access, positions, now, signal),
      (read) => (read.type === 'failed' ? { errorType: read.because } : {}),
    );
  }

  private async tryToRead(
    access: MailboxAccess,
    positions: MailboxPositions,
    now: string,
    signal: AbortSignal,
  ): Promise<MailboxRead> {
    let client: ImapFlow | null = null;
    // What breaks a connection is told apart from whoever waits for an answer, who hears that there is none any more.
    const heard: unknown[] = [];
    try {
      // Connected to is the address that was checked, whatever the name says a moment later.
      const [found] = await this.addresses.of(access.host);
      client = await clientOf(access, found!.address);
      client.on('error', (error) => heard.push(error));
      return await withinLimits(client, readFolders(client, access, positions, now), signal);
    } catch (error) {
      signal.throwIfAborted();
      return { type: 'failed', because: failureOf(isLost(error) ? (heard[0] ?? error) : error) };
    } finally {
      client?.close();
    }
  }
}

async function clientOf(
  { host, port, security, userName, password }: MailboxAccess,
  address: string,
): Promise<ImapFlow> {
  // Loaded where a mailbox is read: few services have one, and what it brings takes a while at each start.
  const imap = await import('imapflow');
  return new imap.ImapFlow({
    host: address,
    port,
    secure: security === 'tls',
    ...(security !== 'tls' && { doSTARTTLS: security === 'starttls' }),
    ...(isIP(host) === 0 && { servername: host }),
    auth: { user: userName, pass: password },
    logger: false,
    disableAutoIdle: true,
    disableAutoEnable: true,
    disableCompression: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    maxLineLength: 2 * 1_024 * 1_024,
    maxLiteralSize: 256 * 1_024,
    maxResponseSize: 3 * 1_024 * 1_024,
    maxResponseTokens: 100_000,
  });
}

/** Ends with the work, or as soon as it takes too long, comes to too much, or isn't wanted any more. */
function withinLimits<Value>(client: ImapFlow, work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = (because: unknown): void => {
      client.close();
      reject(because instanceof Error ? because : new GivenUp('timeout'));
    };
    const deadline = setTimeout(() => giveUp(new GivenUp('timeout')), timeLimitMs);
    const watch = setInterval(() => {
      if (client.stats().received > mostBytes) giveUp(new GivenUp('too-large'));
    }, lookMs);
    const stopped = (): void => giveUp(signal.reason);
    signal.addEventListener('abort', stopped, { once: true });
    void work.then(resolve, reject).finally(() => {
      clearTimeout(deadline);
      clearInterval(watch);
      signal.removeEventListener('abort', stopped);
    });
  });
}

async function readFolders(
  client: ImapFlow,
  { userName: ownAddress }: MailboxAccess,
  positions: MailboxPositions,
  now: string,
): Promise<MailboxRead> {
  await client.connect();
  const folders = await client.list();
  const sentFolder = folders.find(({ specialUse }) => specialUse === '\\Sent')?.path;
  if (sentFolder === undefined) throw new GivenUp('no-sent-folder');
  const inbox = await readFolder(client, { path: 'INBOX', direction: 'in', ownAddress }, positions.inbox, now);
  const sent = await readFolder(client, { path: sentFolder, direction: 'out', ownAddress }, positions.sent, now);
  await client.logout();
  return {
    type: 'read',
    mails: [...inbox.mails, ...sent.mails],
    positions: { inbox: inbox.position, sent: sent.position },
    caughtUp: inbox.caughtUp && sent.caughtUp,
  };
}

interface Folder {
  readonly path: string;
  readonly direction: 'in' | 'out';
  readonly ownAddress: string;
}

async function readFolder(client: ImapFlow, folder: Folder, before: FolderPosition | null, now: string) {
  const opened = await client.mailboxOpen(folder.path, { readOnly: true });
  const uidValidity = String(opened.uidValidity);
  const nextUid = before?.uidValidity === uidValidity ? before.nextUid : null;
  const query =
    nextUid === null ? { since: new Date(Date.parse(now) - firstLookDays * dayMs) } : { uid: `${nextUid}:*` };
  const found = opened.exists === 0 ? [] : await client.search(query, { uid: true });
  if (found === false) throw new GivenUp('connection');
  // Whoever asks for all from some id on is told the last mail in any case.
  const ahead = (found ?? []).filter((uid) => uid >= (nextUid ?? 1)).sort((one, other) => one - other);
  const uids = ahead.slice(0, mailsAtOnce);
  const mails: ArrivedMail[] = [];
  for (let from = 0; from < uids.length; from += mailsInACommand) {
    mails.push(...(await readMails(client, uids.slice(from, from + mailsInACommand), folder, now)));
  }
  const readTo = (uids.at(-1) ?? 0) + 1;
  const caughtUp = uids.length === ahead.length;
  // All that there was is read, although none of it may be of the time that is looked at.
  const next = Math.max(readTo, nextUid ?? 1, Math.min(opened.uidNext || 1, highestUid));
  const position = { uidValidity, nextUid: caughtUp ? next : readTo };
  return { mails, position, caughtUp };
}

async function readMails(
  client: ImapFlow,
  uids: readonly number[],
  folder: Folder,
  now: string,
): Promise<ArrivedMail[]> {
  const oldest = Date.parse(now) - oldestDays * dayMs;
  const asked = new Set(uids);
  const query = { uid: true, envelope: true, internalDate: true, size: true, headers: [...headersToRead] };
  const mails: ArrivedMail[] = [];
  let strays = 0;
  for await (const message of client.fetch(uids.join(','), query, { uid: true })) {
    // A server may tell of others as they change; of what nobody asked for there may be no end.
    if (!asked.delete(message.uid)) {
      strays += 1;
      if (strays > mostStrays) throw new GivenUp('too-large');
      continue;
    }
    const mail = mailOf(message, folder, now);
    if (mail !== null && Date.parse(mail.at) >= oldest) mails.push(mail);
  }
  return mails;
}

const tooMuch: ReadonlySet<string> = new Set([
  'LineTooLarge',
  'LiteralTooLarge',
  'ResponseTooLarge',
  'TooManyTokens',
  'TooManyResponses',
]);
const lost: ReadonlySet<string> = new Set(['NoConnection', 'EConnectionClosed', 'StateLogout']);
const isLost = (error: unknown): boolean => lost.has((error as { code?: string }).code ?? '');
const tooSlow: ReadonlySet<string> = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT', 'ETIMEOUT']);

function failureOf(error: unknown): MailboxFailure {
  if (error instanceof GivenUp) return error.because;
  if (error instanceof OutboundError) return error.reason;
  const { code = '', authenticationFailed = false } = error as { code?: string; authenticationFailed?: boolean };
  if (authenticationFailed) return 'login-refused';
  if (tooMuch.has(code)) return 'too-large';
  if (tooSlow.has(code)) return 'timeout';
  if (lost.has(code)) return 'connection';
  const { reason } = outboundErrorOf(error as Error);
  const isOfConnection = reason === 'tls' || /^E[A-Z]+$/.test(code);
  return isOfConnection ? reason : 'not-imap';
}
