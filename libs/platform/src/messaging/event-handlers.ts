import type { AggregateEvents, EventClass, EventEnvelope } from '#contracts/envelope';
import type { Transaction } from '../database/index.js';

/** What is done about one type of event. */
export interface EventHandler<Context = Transaction> {
  /** Class of the data; an event that doesn't fit it is refused. */
  readonly payload: new () => object;
  /** The effect, by way of the context: for a consumer the transaction that also notes the event as handled. */
  handle(event: EventEnvelope, context: Context): Promise<void>;
}

/** What is done about the events of one kind of aggregate. */
export interface AggregateHandlers<Context = Transaction> {
  readonly aggregateType: string;
  /** By event type; those that are ignored are missing. */
  readonly handlers: Readonly<Record<string, EventHandler<Context>>>;
}

/** Said of an event that changes nothing for whoever hears it. */
export const ignored = 'ignored';

/** The same said of several: `{ ...ignoring('parcel.lost.v1', 'parcel.found.v1'), 'parcel.sent.v1': … }`. */
export const ignoring = <Type extends string>(...types: readonly Type[]): Readonly<Record<Type, typeof ignored>> =>
  Object.fromEntries(types.map((type) => [type, ignored])) as Record<Type, typeof ignored>;

/** One entry for each type of event of an aggregate: its effect, or that it is ignored. */
export type Reactions<Events extends AggregateEvents, Context = Transaction> = {
  readonly [Type in keyof Events['classes']]:
    ((event: EventEnvelope<InstanceType<Events['classes'][Type]>>, context: Context) => Promise<void>) | typeof ignored;
};

/**
 * Handlers of an aggregate's events. Whoever gives an aggregate a new event has to say here what it means: as long as
 * one is missing, the consumer doesn't compile.
 */
export function handlersFor<Events extends AggregateEvents, Context = Transaction>(
  events: Events,
  reactions: Reactions<Events, Context>,
): AggregateHandlers<Context> {
  const classes = Object.entries<EventClass>(events.classes);
  const handlers = classes.flatMap(([type, payload]) => {
    const handle: unknown = reactions[type];
    return handle === ignored ? [] : [[type, { payload, handle: handle as EventHandler<Context>['handle'] }] as const];
  });
  return { aggregateType: events.aggregateType, handlers: Object.fromEntries(handlers) };
}
