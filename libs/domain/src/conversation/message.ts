import { every } from '../every.js';
import type { Brand, DutyRunId, EngagementId } from '../ids.js';
import type { Channel } from '../need/need.js';
import type { Party } from '../organisation/party.js';
import type { Side } from '../responsibilities/agreement/agreement.js';
import type { AgreedChannel } from './agreed-channels.js';
import type { WorkCalendar } from '../supply/work-calendar.js';
import type { WorkParties } from '../work-parties.js';

export type ThreadId = Brand<string, 'ThreadId'>;
export type MessageId = Brand<string, 'MessageId'>;

/** Who wrote it: somebody of the business or the agency, or the assistant herself, who speaks for the agency's side. */
export type Writer = Side | 'assistant';

/** What is open until it has an answer, or until it is kept. */
export type OpenKind = 'question' | 'promise';

/** How it came to an end: by an answer, by being kept, or because whoever waited waits no longer. */
export type Settlement = 'answered' | 'kept' | 'withdrawn';

/** What a message leaves open. */
export interface OpenItem {
  readonly kind: OpenKind;
  readonly dueAt: string;
  /** Who has to answer, or to keep what was promised. */
  readonly waitsFor: Side;
}

/** What is known of a message that somebody replies to or settles. */
export interface KnownMessage {
  readonly messageId: MessageId;
  readonly threadId: ThreadId;
  readonly openItem: OpenItem | null;
  readonly settled: boolean;
}

/** The engagement that is spoken about. */
export interface TalkingParties extends WorkParties {
  readonly engagementId: EngagementId;
}

/** How it came: written here, told by a program of one side, by a channel's signed webhook, or by e-mail. */
export type MessageOrigin = 'api' | 'email' | 'in-app' | 'webhook';
export const messageOrigins = every<MessageOrigin>({ api: true, email: true, 'in-app': true, webhook: true });

/** A run of a duty that the business accepts with a message, and how well it was done, 1 to 5. */
export interface AcceptedWork {
  readonly dutyRunId: DutyRunId;
  readonly quality: number;
}

/** A message that came in elsewhere than here. */
export interface OutsideOrigin {
  /** In which it was said. */
  readonly channel: Channel;
  readonly origin: Exclude<MessageOrigin, 'in-app'>;
  /** What it is called where it was written: the same one again is the same message. */
  readonly externalId: string;
  /** Whether a program wrote it, as it does while somebody is away. */
  readonly automatic: boolean;
  /** What the message is called that it replies to, where that has not come in yet; null otherwise. */
  readonly answersExternalId: string | null;
}

/** A reply that came in before what it replies to. */
export interface EarlyReply {
  readonly messageId: MessageId;
  readonly writtenBy: Writer;
  /** Whether it can settle anything: it was said in an agreed channel, and by a person. */
  readonly counts: boolean;
}

export interface SendMessage {
  readonly type: 'sendMessage';
  /** Who sends it, or tells of it. */
  readonly by: Party;
  /** Whose message it is; of what came in from outside it may be one of the other side. */
  readonly writtenBy: Writer;
  /** Null where it is written here. */
  readonly outside: OutsideOrigin | null;
  /** When the engagement began: what was said before is none of it. */
  readonly begunAt: string;
  readonly messageId: MessageId;
  readonly threadId: ThreadId;
  readonly parties: TalkingParties;
  /** The agreed channel in which it was said; undefined where that was none, or where the place of the thread has none any more. */
  readonly agreed: AgreedChannel | undefined;
  readonly text: string;
  /** When it was said; now where it is written here. */
  readonly saidAt: string;
  /** That it expects an answer; by when, or null for the target of the agreement. */
  readonly question: { readonly answerBy: string | null } | null;
  readonly promise: { readonly keptBy: string } | null;
  readonly repliesTo: KnownMessage | null;
  /** Replies to it that came in before, the earliest first. */
  readonly earlyReplies: readonly EarlyReply[];
  /** That with it is done what the message that it replies to promised. */
  readonly keepsPromise: boolean;
  readonly accepts: AcceptedWork | null;
  /** That it asks for a change of what was agreed. */
  readonly asksForChange: boolean;
  /** Files that hang on it. */
  readonly fileIds: readonly string[];
  readonly answering: AnsweringTime;
  readonly now: string;
}

/** How soon the agreement wants an answer, and whose hours count for that; null where they aren't known. */
export interface AnsweringTime {
  readonly targetMinutes: number;
  readonly calendar: WorkCalendar | null;
}

/** Whoever waits says that nothing is open any more: it was answered elsewhere, or isn't needed. */
export interface SettleMessage {
  readonly type: 'settleMessage';
  readonly by: Party;
  readonly parties: TalkingParties;
  readonly message: KnownMessage;
  readonly as: Settlement;
  readonly now: string;
}

export type MessageSent = {
  readonly type: 'messageSent';
  readonly messageId: MessageId;
  readonly threadId: ThreadId;
  readonly parties: TalkingParties;
  readonly writtenBy: Writer;
  readonly channel: Channel;
  /** Null for what was said elsewhere than in an agreed channel. */
  readonly agreedChannelId: string | null;
  /** Null where it was written here. */
  readonly outside: (OutsideOrigin & { readonly toldBy: Side }) | null;
  readonly acceptsRunId: DutyRunId | null;
  readonly asksForChange: boolean;
  readonly fileIds: readonly string[];
  readonly text: string;
  readonly repliesTo: MessageId | null;
  readonly openItem: OpenItem | null;
  readonly sentAt: string;
  /** When it came in here. */
  readonly receivedAt: string;
};
export type MessageSettled = {
  readonly type: 'messageSettled';
  readonly messageId: MessageId;
  readonly as: Settlement;
  /** The message that answered it or told that it was kept; null where somebody said so without one. */
  readonly byMessageId: MessageId | null;
  readonly settledAt: string;
};
export type MessageFact = MessageSent | MessageSettled;
