import type { AssistantListedV1, EventEnvelope, SlotV1 } from '#contracts';
import type { AgencyStatus } from '#domain';

export type ListingEvent = EventEnvelope<Omit<AssistantListedV1, 'publishedAt'>>;

/** Keeps what events say of the supply: in tables, for good, or in memory. */
export interface SupplyKeeper {
  agency(agencyId: string, status: AgencyStatus): Promise<void>;
  /** A draft's edits concern nobody here. */
  listing(event: ListingEvent): Promise<void>;
  withdraw(assistantId: string): Promise<void>;
  clear(clearanceId: string, assistantId: string, validUntil: string): Promise<void>;
  voidClearance(clearanceId: string): Promise<void>;
  book(bookingId: string, assistantId: string, slots: readonly SlotV1[]): Promise<void>;
  /** Slots that had begun before a cancellation stay as they are, but what is past matters to no ranking. */
  free(bookingId: string): Promise<void>;
  /** What a calendar elsewhere says, in the place of what it said. */
  takeElsewhere(calendarId: string, assistantId: string, busy: readonly SlotV1[]): Promise<void>;
  forgetElsewhere(calendarId: string): Promise<void>;
  rate(assistantId: string, score: number): Promise<void>;
  /** What is known of her work, in the place of what was known. */
  countWork(assistantId: string, runs: number, onTime: number): Promise<void>;
  invite(needId: string, agencyIds: readonly string[]): Promise<void>;
  /** Also before the invitation is known here: it comes over another topic. */
  answer(needId: string, agencyId: string): Promise<void>;
  endInvitations(needId: string): Promise<void>;
}
