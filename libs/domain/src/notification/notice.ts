/** What somebody is told about; she chooses for each how she hears of it. */
export const noticeTopics = [
  'bookings',
  'agreements',
  'proposals',
  'work',
  'messages',
  'invoices',
  'workplaces',
  'reviews',
  'organisation',
  'operations',
] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

/**
 * How much it matters that somebody hears of it soon. What is `essential` is mailed at once, whatever she chose: it takes
 * something from her that she counted on, or lets her work. The others say what is done unless she chose otherwise.
 */
export type Urgency = 'essential' | 'soon' | 'daily' | 'quiet';

/** How somebody wants to hear of a topic, besides the list of her notifications, where everything stands. */
export const mailChoices = ['at-once', 'daily', 'never'] as const;
export type MailChoice = (typeof mailChoices)[number];

export type MailChoices = Readonly<Partial<Record<NoticeTopic, MailChoice>>>;

export interface Notice {
  readonly topic: NoticeTopic;
  readonly urgency: Urgency;
}

/** Whom it may be told to by mail. */
export interface Reader {
  readonly mail: MailChoices;
  /** Whether she has shown that she reads the mail of her address. */
  readonly isConfirmed: boolean;
}

const withoutChoice: Readonly<Record<Urgency, MailChoice>> = {
  essential: 'at-once',
  soon: 'at-once',
  daily: 'daily',
  quiet: 'never',
};

/** What happened longer ago is history by the time somebody reads her mail. */
const newsHours = 24;

/** How a notice goes out by mail. */
export function mailOf(
  { topic, urgency }: Notice,
  { mail, isConfirmed }: Reader,
  { happenedAt, now }: { readonly happenedAt: string; readonly now: string },
): MailChoice {
  const isNews = Date.parse(now) - Date.parse(happenedAt) <= newsHours * 3_600_000;
  if (!isNews || !isConfirmed) return 'never';
  return urgency === 'essential' ? 'at-once' : (mail[topic] ?? withoutChoice[urgency]);
}
