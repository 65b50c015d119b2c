import type { Role } from '#access';
import type { AggregateEvents, EventClass } from '#contracts/envelope';
import type { Notice } from '#domain';

/** Where somebody stands who is told; what she reads is worded for that side. */
export const sides = ['agency', 'assistant', 'business', 'marketplace'] as const;
export type Side = (typeof sides)[number];

/** What the words of a notice name beside the parties: facts that a mailbox may hold. */
export interface NoticeFacts {
  /** An instant. */
  readonly at?: string | undefined;
  /** A local date: the same day for whoever reads it. */
  readonly date?: string;
  readonly number?: string;
  readonly amount?: { readonly amountMinor: number; readonly currency: string };
}

/** What the notice leads to, when it isn't the aggregate that the event is of. */
export interface NoticeSubject {
  readonly type: string;
  readonly id: string;
}

/** What an event means to people. */
export interface NoticeOf<Data extends object> extends Notice {
  /** Who is told on each side; assistants are those whom the event is about. */
  readonly to: Readonly<Partial<Record<Side, readonly Role[]>>>;
  /** Sides that need not be told, as it was they who did it. */
  except?(data: Data): readonly Side[];
  /** Organisations that are told; those that may read the event unless said. */
  organisations?(data: Data): readonly string[];
  /** Whether the agencies are told that the need invites, in their place. */
  readonly toInvited?: true;
  facts?(data: Data): NoticeFacts;
  about?(data: Data): NoticeSubject;
}

/** One line for each event of an aggregate; `nobody` has to hear of some. */
export type NoticesOf<Events extends AggregateEvents> = {
  readonly [Type in keyof Events['classes']]: NoticeLine<Events['classes'][Type]>;
};

type NoticeLine<Class extends EventClass> = NoticeOf<InstanceType<Class>> | 'nobody';
