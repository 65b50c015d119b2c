import type { MessageDto } from '#contracts';

/** A thread as it is taken away. */
export interface TakenThread {
  readonly subject: string;
  readonly messages: readonly MessageDto[];
  /** Of the message that follows them and is in the next file; null after the last. */
  readonly nextNumber: number | null;
  /** What each who wrote is called. */
  readonly names: Readonly<Record<MessageDto['writtenBy'], string>>;
  /** Of the addresses that are made up for them. */
  readonly domain: string;
}

/**
 * The thread as a mailbox that mail programs open (RFC 4155): replies name what they reply to, and lines that would begin
 * another mail are quoted as mboxrd has it.
 */
export async function threadMbox({ subject, messages, names, domain }: TakenThread): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer/index.js');
  const idOf = (id: string): string => `<${id}@${domain}>`;
  const known = new Map(messages.map((message) => [message.id, mailId(message, idOf)]));
  const parts: Buffer[] = [];
  for (const message of messages) {
    const { id, writtenBy, sentAt, repliesTo, channel, offChannel, text } = message;
    const address = `${writtenBy}@${domain}`;
    const inReplyTo = repliesTo === null ? undefined : (known.get(repliesTo) ?? idOf(repliesTo));
    const mail = new MailComposer({
      from: { name: names[writtenBy], address },
      to: { name: names[writtenBy === 'business' ? 'agency' : 'business'], address: `${otherOf(writtenBy)}@${domain}` },
      subject: repliesTo === null ? subject : `Re: ${subject}`,
      date: new Date(sentAt),
      messageId: known.get(id),
      ...(inReplyTo !== undefined && { inReplyTo, references: inReplyTo }),
      headers: { 'X-Ajudant-Channel': offChannel ? `${channel}; off-channel` : channel },
      text,
      textEncoding: 'quoted-printable',
      newline: 'unix',
    } as ConstructorParameters<typeof MailComposer>[0]);
    const bytes = await mail.compile().build();
    parts.push(Buffer.from(`From ${address} ${asctime(sentAt)}\n${quoted(bytes.toString('latin1'))}\n\n`, 'latin1'));
  }
  return Buffer.concat(parts);
}

const otherOf = (writer: MessageDto['writtenBy']): string => (writer === 'business' ? 'agency' : 'business');

const mailId = ({ id, origin, externalId }: MessageDto, idOf: (id: string) => string): string =>
  origin === 'email' && externalId?.includes('@') ? `<${externalId}>` : idOf(id);

const quoted = (mail: string): string => mail.replaceAll('\r\n', '\n').replaceAll(/^(>*From )/gm, '>$1');

/** As C's asctime has it, in UTC. */
function asctime(at: string): string {
  const [weekday, day, month, year, time] = new Date(at).toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${day} ${time} ${year}`;
}
