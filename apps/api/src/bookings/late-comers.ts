import type { AskedSlot, DomainError } from '#domain';
import { SharedLooks } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { bounds, slotTaken } from './booked-slots.js';

const rememberedMs = 60_000;
const maxRemembered = 1_000;

const firstTaken = {
  name: 'first-taken-of-agreement',
  text: 'SELECT api.first_taken($1, $2, $3, $4, $5) AS place',
};

/**
 * Where somebody has just come too late, others often do so as well, and each would begin a transaction, take a lock and read
 * a calendar to learn it. For a minute, whoever wants time of the same agreement is looked ahead for: one statement for all who ask
 * for the same slots at the same time. That nothing is taken promises nothing: who goes on is judged as ever.
 */
@Injectable()
export class LateComers {
  /** By agreement, until when, in milliseconds since 1970; oldest first. */
  private readonly refused = new Map<string, number>();
  private readonly looks = new SharedLooks<number | null>();

  constructor(private readonly database: ApiDatabase) {}

  /** Somebody came too late for time of this agreement. */
  remember(agreementId: string, now: string): void {
    this.refused.delete(agreementId);
    this.refused.set(agreementId, Date.parse(now) + rememberedMs);
    const [oldest] = this.refused.keys();
    if (oldest !== undefined && this.refused.size > maxRemembered) this.refused.delete(oldest);
  }

  /** Why the slots can't be had, where that is sure already; null where it has to be seen. */
  async refusalOf(
    { actor, now }: Call,
    agreementId: string,
    slots: () => readonly AskedSlot[],
  ): Promise<DomainError | null> {
    if ((this.refused.get(agreementId) ?? 0) < Date.parse(now)) return null;
    const wanted = slots();
    const [starts, ends] = bounds(wanted);
    const params = [agreementId, actor.organisationId, starts, ends, now];
    const place = await this.looks.of(JSON.stringify(params.slice(0, -1)), async () => {
      const [found] = await this.database.ask<{ place: number | null }>(firstTaken, params);
      return found?.place ?? null;
    });
    return place === null ? null : slotTaken(wanted[place - 1]);
  }
}
