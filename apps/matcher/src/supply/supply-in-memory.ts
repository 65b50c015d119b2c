import type { EventEnvelope, SlotV1 } from '#contracts';
import {
  type AgencyId,
  type AgencyStatus,
  type AssistantId,
  type ExchangeRates,
  type Money,
  spansOfSlots,
} from '#domain';
import type { EventHandler } from '#platform/messaging';
import { SupplyColumns } from '../search/columns/supply-columns.js';
import { KnownReviews } from './known-reviews.js';
import { supplyEvents } from './supply-events.js';
import type { ListingEvent, SupplyKeeper } from './supply-keeper.js';
import { type KeptListing, keptListing } from './supply-writer.js';

const handlers: Readonly<Record<string, EventHandler<SupplyKeeper>>> = Object.assign(
  {},
  ...supplyEvents.map((ofAggregate) => ofAggregate.handlers),
);

interface Known {
  agencyId: string;
  listed: boolean;
  calendarVersion: number;
  listing: KeptListing;
}
interface Invitation {
  invited: boolean;
  answered: boolean;
  over: boolean;
}
interface Cleared {
  readonly assistantId: string;
  readonly validUntil: string;
}
interface Booked {
  readonly assistantId: string;
  readonly slots: readonly SlotV1[];
}

/**
 * The supply out of events alone, without tables: what the projection and the tables give by a longer way, and so a proof
 * of them. The events of one aggregate have to come in their order, those of different ones in any.
 */
export class SupplyInMemory implements SupplyKeeper {
  readonly columns: SupplyColumns;
  private readonly agencies = new Map<string, AgencyStatus>();
  private readonly assistants = new Map<string, Known>();
  private readonly clearances = new Map<string, Cleared>();
  private readonly bookings = new Map<string, Booked>();
  private readonly elsewhere = new Map<string, Booked>();
  private readonly reviews = new Map<string, { count: number; scoreSum: number }>();
  private readonly work = new Map<string, { runs: number; onTime: number }>();
  private readonly invitations = new Map<string, Map<string, Invitation>>();
  private readonly allReviews = new KnownReviews();

  constructor(rates: ExchangeRates) {
    this.columns = new SupplyColumns(rates);
  }

  get marketplaceQuality(): number {
    return this.allReviews.marketplaceQuality;
  }

  async take(events: Iterable<EventEnvelope>): Promise<void> {
    for (const event of events) await handlers[event.type]?.handle(event, this);
  }

  /** Puts everybody into the columns, once all events were taken. */
  finish(): void {
    this.putAgencies();
    this.putAssistants();
  }

  async agency(agencyId: string, status: AgencyStatus): Promise<void> {
    this.agencies.set(agencyId, status);
  }

  async listing(event: ListingEvent): Promise<void> {
    const listing = keptListing(event);
    if (listing === null) return;
    const { agencyId, status } = event.data;
    const known = { agencyId, listed: status === 'published', calendarVersion: event.aggregateVersion, listing };
    this.assistants.set(event.aggregateId, known);
  }

  async withdraw(assistantId: string): Promise<void> {
    const known = this.assistants.get(assistantId);
    if (known !== undefined) known.listed = false;
  }

  async clear(clearanceId: string, assistantId: string, validUntil: string): Promise<void> {
    this.clearances.set(clearanceId, { assistantId, validUntil });
  }

  async voidClearance(clearanceId: string): Promise<void> {
    this.clearances.delete(clearanceId);
  }

  async book(bookingId: string, assistantId: string, slots: readonly SlotV1[]): Promise<void> {
    this.bookings.set(bookingId, { assistantId, slots });
  }

  async free(bookingId: string): Promise<void> {
    this.bookings.delete(bookingId);
  }

  async takeElsewhere(calendarId: string, assistantId: string, slots: readonly SlotV1[]): Promise<void> {
    this.elsewhere.set(calendarId, { assistantId, slots });
  }

  async forgetElsewhere(calendarId: string): Promise<void> {
    this.elsewhere.delete(calendarId);
  }

  async rate(assistantId: string, score: number): Promise<void> {
    const known = this.reviews.get(assistantId);
    if (known === undefined) {
      this.reviews.set(assistantId, { count: 1, scoreSum: score });
      return;
    }
    known.count += 1;
    known.scoreSum += score;
  }

  async countWork(assistantId: string, runs: number, onTime: number): Promise<void> {
    this.work.set(assistantId, { runs, onTime });
  }

  async invite(needId: string, agencyIds: readonly string[]): Promise<void> {
    for (const agencyId of agencyIds) this.invitation(needId, agencyId).invited = true;
  }

  async answer(needId: string, agencyId: string): Promise<void> {
    this.invitation(needId, agencyId).answered = true;
  }

  async endInvitations(needId: string): Promise<void> {
    for (const invitation of this.invitations.get(needId)?.values() ?? []) invitation.over = true;
  }

  private invitation(needId: string, agencyId: string): Invitation {
    let ofNeed = this.invitations.get(needId);
    if (ofNeed === undefined) this.invitations.set(needId, (ofNeed = new Map()));
    let invitation = ofNeed.get(agencyId);
    if (invitation === undefined) {
      ofNeed.set(agencyId, (invitation = { invited: false, answered: false, over: false }));
    }
    return invitation;
  }

  private putAgencies(): void {
    const responses = new Map<string, { answered: number; missed: number }>();
    for (const ofNeed of this.invitations.values()) {
      for (const [agencyId, { invited, answered, over }] of ofNeed) {
        if (!invited) continue;
        const known = responses.get(agencyId) ?? { answered: 0, missed: 0 };
        if (answered) known.answered += 1;
        else if (over) known.missed += 1;
        responses.set(agencyId, known);
      }
    }
    for (const agencyId of new Set([...this.agencies.keys(), ...responses.keys()])) {
      const status = this.agencies.get(agencyId) ?? 'registered';
      this.columns.setAgency(agencyId, { status, responses: responses.get(agencyId) ?? { answered: 0, missed: 0 } });
    }
  }

  private putAssistants(): void {
    const clearedUntil = new Map<string, string>();
    for (const { assistantId, validUntil } of this.clearances.values()) {
      const known = clearedUntil.get(assistantId);
      if (known === undefined || Date.parse(validUntil) > Date.parse(known)) clearedUntil.set(assistantId, validUntil);
    }
    const slots = slotsByAssistant(this.bookings.values());
    const elsewhere = slotsByAssistant(this.elsewhere.values());
    for (const [assistantId, { agencyId, listed, calendarVersion, listing }] of this.assistants) {
      if (!listed) continue;
      this.columns.put({
        ...listing,
        hourlyRate: listing.hourlyRate as Money,
        assistantId: assistantId as AssistantId,
        agencyId: agencyId as AgencyId,
        calendarVersion,
        clearedUntil: clearedUntil.get(assistantId) ?? null,
        busy: spansOfSlots(slots.get(assistantId) ?? []),
        elsewhere: spansOfSlots(elsewhere.get(assistantId) ?? []),
        reviews: this.reviews.get(assistantId) ?? { count: 0, scoreSum: 0 },
        work: this.work.get(assistantId) ?? { runs: 0, onTime: 0 },
      });
    }
    for (const [assistantId, reviews] of this.reviews) this.allReviews.change(assistantId, null, reviews, false);
  }
}

function slotsByAssistant(all: Iterable<Booked>): ReadonlyMap<string, SlotV1[]> {
  const slots = new Map<string, SlotV1[]>();
  for (const booked of all) {
    const known = slots.get(booked.assistantId);
    if (known === undefined) slots.set(booked.assistantId, [...booked.slots]);
    else known.push(...booked.slots);
  }
  return slots;
}
