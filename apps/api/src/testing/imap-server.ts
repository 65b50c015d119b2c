import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail as the server holds it. */
export interface HeldMail {
  readonly id: string;
  readonly from: string;
  /** When the server took it in. */
  readonly at: string;
  readonly inReplyTo?: string;
  /** Further header lines. */
  readonly headers?: readonly string[];
}
interface HeldFolder {
  uidValidity: number;
  /** The first has the id 1; taken out ones leave their place. */
  readonly mails: (HeldMail | null)[];
}
/** What it does instead of what it ought to. */
export type Misbehaviour = 'silent' | 'endless' | 'huge' | 'no-search' | 'not-imap';

/**
 * As much of an IMAP server (RFC 3501) as a reader of envelopes needs, for specs. What would change something it refuses, and notes.
 */
export class ImapServer {
  readonly folders: Record<'INBOX' | 'Sent', HeldFolder> = {
    INBOX: { uidValidity: 1, mails: [] },
    Sent: { uidValidity: 1, mails: [] },
  };
  /** The commands that came, without their tags; of what signs in the name alone. */
  readonly commands: string[] = [];
  password = 'a password for apps';
  misbehaviour: Misbehaviour | null = null;
  hasSentFolder = true;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.serve(socket));
  }

  static async listening(): Promise<ImapServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ImapServer(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    if (this.misbehaviour === 'silent') return;
    if (this.misbehaviour === 'not-imap') return void socket.end('220 mail.example ESMTP\r\n');
    socket.write('* OK ready\r\n');
    let rest = '';
    let opened: HeldFolder = this.folders.INBOX;
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      const lines = rest.split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) {
        const [, tag = '*', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
        const name = /^(?:EXAMINE|SELECT) "?([^"]*)"?/i.exec(command)?.[1];
        if (name === 'INBOX' || name === 'Sent') opened = this.folders[name];
        this.answer(socket, tag, command, opened);
      }
    });
  }

  private answer(socket: Socket, tag: string, command: string, opened: HeldFolder): void {
    const verb = /^(?:UID )?\S+/i.exec(command)![0].toUpperCase();
    this.commands.push(verb === 'LOGIN' ? verb : command);
    const send = (...lines: string[]): void => void socket.write(lines.map((line) => `${line}\r\n`).join(''));
    switch (verb) {
      case 'CAPABILITY':
        return send('* CAPABILITY IMAP4rev1', `${tag} OK done`);
      case 'LOGIN':
        return command.includes(this.password)
          ? send(`${tag} OK signed in`)
          : send(`${tag} NO [AUTHENTICATIONFAILED] wrong password`);
      case 'LIST':
      case 'LSUB':
        // Whoever names no folder asks by what their names are parted.
        if (command.endsWith(' ""')) return send('* LIST (\\Noselect) "/" ""', `${tag} OK done`);
        return send(
          `* ${verb} (\\HasNoChildren) "/" INBOX`,
          ...(this.hasSentFolder ? [`* ${verb} (\\HasNoChildren \\Sent) "/" Sent`] : []),
          `${tag} OK done`,
        );
      case 'EXAMINE':
        return send(
          '* FLAGS (\\Seen)',
          `* ${opened.mails.filter((mail) => mail !== null).length} EXISTS`,
          `* OK [UIDVALIDITY ${opened.uidValidity}] valid`,
          `* OK [UIDNEXT ${opened.mails.length + 1}] next`,
          `${tag} OK [READ-ONLY] done`,
        );
      case 'UID SEARCH':
        if (this.misbehaviour === 'no-search') return send(`${tag} NO [UNAVAILABLE] later`);
        return send(`* SEARCH ${this.search(opened, command).join(' ')}`, `${tag} OK done`);
      case 'UID FETCH':
        return this.fetch(socket, tag, command, opened);
      case 'LOGOUT':
        send('* BYE', `${tag} OK done`);
        return void socket.end();
      case 'NOOP':
        return send(`${tag} OK done`);
      default:
        return send(`${tag} NO not for readers of envelopes`);
    }
  }

  private search({ mails }: HeldFolder, command: string): number[] {
    const since = Date.parse(/SINCE "?([^\s"]+)"?/i.exec(command)?.[1] ?? '1970-01-01');
    const uids = mails.flatMap((mail, index) =>
      mail !== null && Date.parse(mail.at.slice(0, 10)) >= since ? [index + 1] : [],
    );
    const from = Number(/UID (\d+):\*/i.exec(command)?.[1] ?? 0);
    const ahead = uids.filter((uid) => uid >= from);
    // The last one lies in the range in any case (RFC 3501, 6.4.8).
    return ahead.length === 0 && from > 0 ? uids.slice(-1) : ahead;
  }

  private fetch(socket: Socket, tag: string, command: string, { mails }: HeldFolder): void {
    if (this.misbehaviour === 'huge') return void socket.write('* 1 FETCH (UID 1 ENVELOPE {2000000000}\r\n');
    if (this.misbehaviour === 'endless') return flood(socket);
    const [first = '', ...others] = /^UID FETCH (\S+)/i.exec(command)![1]!.split(',');
    const uids = [first, ...others].flatMap((range) => {
      const [from, to = from] = range.split(':').map(Number);
      return Array.from({ length: to! - from! + 1 }, (_, index) => from! + index);
    });
    for (const uid of uids) {
      const mail = mails[uid - 1];
      if (mail === null || mail === undefined) continue;
      const { id, from, at, inReplyTo, headers = [] } = mail;
      const lines = [...headers, ''].map((line) => `${line}\r\n`).join('');
      const [box, host] = from.split('@');
      const people = `((NIL NIL "${box}" "${host}"))`;
      const envelope = `("" "A secret about Ana" ${people} ${people} ${people} NIL NIL NIL ${quoted(inReplyTo)} ${quoted(id)})`;
      socket.write(
        `* ${uid} FETCH (UID ${uid} INTERNALDATE "${internalDate(at)}" RFC822.SIZE 800 ENVELOPE ${envelope} ` +
          `BODY[HEADER.FIELDS (REFERENCES)] {${lines.length}}\r\n${lines})\r\n`,
      );
    }
    socket.write(`${tag} OK done\r\n`);
  }
}

const quoted = (id: string | undefined): string => (id === undefined ? 'NIL' : `"<${id}>"`);

function internalDate(at: string): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(new Date(at).toUTCString())!;
  return `${day!.padStart(2, '0')}-${month}-${year} ${time} +0000`;
}

/** Mails that nobody asked for, as fast as they are taken. */
function flood(socket: Socket): void {
  const lines = Array.from({ length: 500 }, (_, index) => `* ${index + 1} FETCH (UID ${1_000_000 + index})\r\n`).join(
    '',
  );
  const more = (): void => {
    while (!socket.destroyed && socket.write(lines));
  };
  socket.on('drain', more);
  more();
}
