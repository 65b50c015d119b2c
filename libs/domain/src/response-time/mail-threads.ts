import { instantMs } from '../time/instant.js';
import type { ToldEnquiry } from './enquiry.js';

/** What is kept of a mail. */
export interface SeenMail {
  readonly messageId: string;
  /** Whether it came, or the business wrote it. */
  readonly direction: 'in' | 'out';
  /** When the server took it in. */
  readonly at: string;
  /** A program wrote it: a newsletter, a bounce, a note that somebody is away. */
  readonly automatic: boolean;
}

/** A mail as its fields tell of it. */
export interface ArrivedMail extends SeenMail {
  /** What it answers, the nearest first; the last one began the conversation. */
  readonly answers: readonly string[];
}

export interface ThreadedMails {
  readonly mails: readonly (SeenMail & { readonly thread: string })[];
  /** By the ids of mails that belong to other conversations: what is kept under such an id belongs there, too. */
  readonly joined: ReadonlyMap<string, string>;
}

/**
 * Which conversation each mail belongs to, in whatever order they arrive: that of a mail that it answers and that is known, or
 * else the one that it says began it.
 * @param known the conversations of mails that were seen before, by their ids
 */
export function threadMails(arrived: readonly ArrivedMail[], known: ReadonlyMap<string, string>): ThreadedMails {
  const threads = new Map(known);
  const joined = new Map<string, string>();
  const resolved = (thread: string): string => {
    let further = thread;
    while (joined.has(further)) further = joined.get(further)!;
    return further;
  };
  const mails = new Map<string, SeenMail & { thread: string }>();
  const inOrder = [...arrived].sort((one, other) => instantMs(one.at) - instantMs(other.at));
  for (const { answers, ...mail } of inOrder) {
    const { messageId, direction } = mail;
    const before = mails.get(messageId);
    if (before !== undefined) {
      // What the business sent to itself as well is what it sent.
      if (direction === 'out') mails.set(messageId, { ...before, direction });
      continue;
    }
    const answered = answers.find((id) => threads.has(id));
    const thread = resolved(answered === undefined ? (answers.at(-1) ?? messageId) : threads.get(answered)!);
    threads.set(messageId, thread);
    if (thread !== messageId) joined.set(messageId, thread);
    mails.set(messageId, { ...mail, thread });
  }
  return {
    mails: [...mails.values()].map((mail) => ({ ...mail, thread: resolved(mail.thread) })),
    joined: new Map([...joined].map(([id, thread]) => [id, resolved(thread)])),
  };
}

/**
 * The enquiries of one conversation: a customer's mail opens one unless one is open, and the next mail of the business answers it;
 * whoever writes after that opens it anew. What a program writes answers nothing, and opens what nobody waits for, unless others wrote before.
 */
export function enquiriesOfMails(reference: string, mails: readonly SeenMail[]): ToldEnquiry[] {
  const enquiries: ToldEnquiry[] = [];
  let open: ToldEnquiry | null = null;
  for (const { direction, at, automatic } of [...mails].sort(byTime)) {
    if (direction === 'out') {
      if (automatic || open === null) continue;
      enquiries.push({ ...open, firstAnsweredAt: at });
      open = null;
    } else if (automatic) {
      if (enquiries.length === 0 && open === null) {
        enquiries.push({ reference, openedAt: at, firstAnsweredAt: null, automatic });
      }
    } else if (open === null && enquiries.at(-1)?.openedAt !== at) {
      open = { reference, openedAt: at, firstAnsweredAt: null, automatic };
    }
  }
  return open === null ? enquiries : [...enquiries, open];
}

/** An enquiry that was told of a conversation as far as it was known then. */
export type GoneEnquiry = Pick<ToldEnquiry, 'reference' | 'openedAt'>;

/**
 * What may have been told of some mails and isn't so: mails that open nothing now that others are known, and whatever was told of
 * conversations that turned out to be part of this one.
 * @param formers what this conversation was known as in parts
 */
export function goneEnquiries(
  reference: string,
  formers: readonly string[],
  mails: readonly SeenMail[],
  enquiries: readonly ToldEnquiry[],
): GoneEnquiry[] {
  const opening = new Set(enquiries.map(({ openedAt }) => openedAt));
  const came = [...new Set(mails.flatMap(({ direction, at }) => (direction === 'in' ? [at] : [])))];
  return [
    ...came.filter((at) => !opening.has(at)).map((openedAt) => ({ reference, openedAt })),
    ...formers.flatMap((former) => came.map((openedAt) => ({ reference: former, openedAt }))),
  ];
}

/** Of the same second, what came before what was answered. */
const byTime = (one: SeenMail, other: SeenMail): number =>
  instantMs(one.at) - instantMs(other.at) || Number(one.direction === 'out') - Number(other.direction === 'out');
