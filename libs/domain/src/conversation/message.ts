import type { AgencyId, AssistantId, Brand, BusinessId, EngagementId } from '../ids.js';
import type { Channel } from '../need/need.js';
import type { Party } from '../organisation/party.js';
import type { Side } from '../responsibilities/agreement/agreement.js';
import type { AgreedChannel } from './agreed-channels.js';
import type { WorkCalendar } from '../supply/work-calendar.js';

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
export interface TalkingParties {
  readonly engagementId: EngagementId;
  readonly businessId: BusinessId;
  readonly agencyId: AgencyId;
  readonly assistantId: AssistantId;
}

export interface SendMessage {
  readonly type: 'sendMessage';
  readonly by: Party;
  /** Whether it is the assistant herself. */
  readonly asAssistant: boolean;
  readonly messageId: MessageId;
  readonly threadId: ThreadId;
  readonly parties: TalkingParties;
  /** The channel that the thread goes on in; undefined where the place it was opened in has none any more. */
  readonly channel: AgreedChannel | undefined;
  readonly text: string;
  /** That it expects an answer; by when, or null for the target of the agreement. */
  readonly question: { readonly answerBy: string | null } | null;
  readonly promise: { readonly keptBy: string } | null;
  readonly repliesTo: KnownMessage | null;
  /** That with it is done what the message that it replies to promised. */
  readonly keepsPromise: boolean;
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
  readonly text: string;
  readonly repliesTo: MessageId | null;
  readonly openItem: OpenItem | null;
  readonly sentAt: string;
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
