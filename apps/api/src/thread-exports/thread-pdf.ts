import type { MessageDto } from '#contracts';
import { type PdfBlock, pdfOf } from '#platform/pdf';
import type { ExportLanguage } from './export-words.js';
import { exportWords } from './export-words.js';
import type { TakenThread } from './thread-mbox.js';

export interface PdfWriting {
  readonly language: ExportLanguage;
  /** In which the instants are written. */
  readonly timeZone: string;
  readonly at: Date;
}

/** The thread to read or print, with where each message was said and what it left open. */
export function threadPdf(
  { subject, messages, nextNumber, names }: TakenThread,
  { language, timeZone, at }: PdfWriting,
): Promise<Buffer> {
  const words = exportWords[language];
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const moment = (instant: string): string => format.format(new Date(instant));
  const openItem = (item: MessageDto['openItem']): string | null => {
    if (item === null) return null;
    const due = `${words[item.kind]} ${moment(item.dueAt)}`;
    return item.settledAs === null || item.settledAt === null
      ? `${due} (${words.open})`
      : `${due} (${words[item.settledAs]} ${moment(item.settledAt)})`;
  };
  const marks = (message: MessageDto): string =>
    [
      words.channels[message.channel],
      message.offChannel ? words.offChannel : null,
      message.automatic ? words.automatic : null,
      message.asksForChange ? words.asksForChange : null,
      message.acceptsRunId === null ? null : words.acceptsWork,
      openItem(message.openItem),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  const blocks = messages.flatMap((message): PdfBlock[] => [
    {
      kind: 'heading',
      level: 3,
      text: `${message.number}. ${names[message.writtenBy]} · ${moment(message.sentAt)}`,
    },
    { kind: 'paragraph', tone: 'small', text: marks(message) },
    { kind: 'paragraph', text: message.text },
  ]);
  return pdfOf({
    title: subject,
    subject: `${names.business} · ${names.agency}`,
    language,
    at,
    blocks: [
      { kind: 'heading', level: 1, text: subject },
      {
        kind: 'paragraph',
        tone: 'small',
        text: `${names.business} · ${names.agency} · ${words.timesIn} ${timeZone}`,
      },
      ...blocks,
      ...(nextNumber === null ? [] : [{ kind: 'paragraph', text: words.goesOn(nextNumber) } as const]),
    ],
    footer: { text: `${names.business} · ${names.agency}`, page: words.page },
  });
}
