import { every } from '../every.js';
import type { BusinessId, MailboxId } from '../ids.js';

/** How the connection to a mail server is protected; by nothing on the machine itself alone, for tests and developers. */
export type MailboxSecurity = 'tls' | 'starttls' | 'none';
export const mailboxSecurities = every<MailboxSecurity>({ tls: true, starttls: true, none: true });

/** Which mailbox it is, and how it is reached. */
interface MailboxAccess {
  readonly mailboxId: MailboxId;
  readonly businessId: BusinessId;
  readonly host: string;
  readonly port: number;
  readonly security: MailboxSecurity;
  readonly userName: string;
}
/**
 * A mailbox in which customers write to a business, and out of which they are answered. It is looked at and never changed; when mails
 * came and which answers which is kept of it, and neither who wrote nor what. The password is kept apart, and sealed.
 */
interface MailboxBase extends MailboxAccess {
  readonly connectedAt: string;
}
export interface ConnectedMailbox extends MailboxBase {
  readonly status: 'connected';
}
/** It couldn't be read for a day, and is tried again. */
export interface UnreachableMailbox extends MailboxBase {
  readonly status: 'unreachable';
  readonly since: string;
}
export interface DisconnectedMailbox extends MailboxBase {
  readonly status: 'disconnected';
  readonly disconnectedAt: string;
}
export type Mailbox = ConnectedMailbox | UnreachableMailbox | DisconnectedMailbox;
export type MailboxStatus = Mailbox['status'];
export const mailboxStatuses = every<MailboxStatus>({ connected: true, unreachable: true, disconnected: true });

/** Why a mailbox couldn't be read. */
export type MailboxFailure =
  | 'address-refused'
  | 'connection'
  | 'host-unknown'
  | 'login-refused'
  | 'no-sent-folder'
  | 'not-imap'
  | 'password-lost'
  | 'timeout'
  | 'tls'
  | 'too-large';
export const mailboxFailures = every<MailboxFailure>({
  'address-refused': true,
  connection: true,
  'host-unknown': true,
  'login-refused': true,
  'no-sent-folder': true,
  'not-imap': true,
  'password-lost': true,
  timeout: true,
  tls: true,
  'too-large': true,
});

export interface ConnectMailbox extends MailboxAccess {
  readonly type: 'connectMailbox';
  /** Those that the business has connected already. */
  readonly others: readonly Pick<Mailbox, 'host' | 'userName'>[];
  /** Whether the machine itself may be asked, at any port and unprotected: for tests and developers. */
  readonly allowsLoopback: boolean;
  readonly now: string;
}
export interface NoteMailboxRead {
  readonly type: 'noteMailboxRead';
  readonly now: string;
}
export interface NoteMailboxUnreadable {
  readonly type: 'noteMailboxUnreadable';
  readonly because: MailboxFailure;
  /** Since when it hasn't been read although it was tried. */
  readonly failingSince: string;
  readonly now: string;
}
export interface DisconnectMailbox {
  readonly type: 'disconnectMailbox';
  readonly now: string;
}
export type MailboxCommand = ConnectMailbox | NoteMailboxRead | NoteMailboxUnreadable | DisconnectMailbox;

export interface MailboxConnected extends MailboxBase {
  readonly type: 'mailboxConnected';
}
export interface MailboxUnreachable {
  readonly type: 'mailboxUnreachable';
  readonly because: MailboxFailure;
  readonly since: string;
}
export interface MailboxReachable {
  readonly type: 'mailboxReachable';
  readonly reachedAt: string;
}
export interface MailboxDisconnected {
  readonly type: 'mailboxDisconnected';
  readonly disconnectedAt: string;
}
export type MailboxFact = MailboxConnected | MailboxUnreachable | MailboxReachable | MailboxDisconnected;
