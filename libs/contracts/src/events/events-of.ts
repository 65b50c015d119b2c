import type { AggregateEvents, EventClass } from '../envelope.js';

/** Classes of events by the types of the events, in place of their names. */
type ByType<Named extends Readonly<Record<string, EventClass>>> = {
  readonly [Name in keyof Named as Named[Name]['type']]: Named[Name];
};

/** Every event that the aggregates of one kind tell. */
export const eventsOf = <Named extends Readonly<Record<string, EventClass>>>(
  aggregateType: string,
  named: Named,
): AggregateEvents<ByType<Named>> => ({
  aggregateType,
  classes: Object.fromEntries(Object.values(named).map((event) => [event.type, event])) as ByType<Named>,
});
