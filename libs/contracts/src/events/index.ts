import * as agency from './agency-events.js';
import * as agreement from './agreement-events.js';
import * as assistant from './assistant-events.js';
import * as business from './business-events.js';
import * as clearance from './clearance-events.js';
import * as message from './message-events.js';
import * as proposal from './proposal-events.js';

export * from './agency-events.js';
export * from './agreement-events.js';
export * from './assistant-events.js';
export * from './business-events.js';
export * from './clearance-events.js';
export * from './message-events.js';
export * from './proposal-events.js';

/** The class of an event's data, named by the event's type. */
export interface EventClass {
  new (): object;
  readonly type: string;
}

/** Every event that crosses a service's border; schemas in docs/events are generated from these. */
export const eventTypes: readonly EventClass[] = [
  agency,
  agreement,
  assistant,
  business,
  clearance,
  message,
  proposal,
].flatMap((events) => Object.values<EventClass>({ ...events }));
