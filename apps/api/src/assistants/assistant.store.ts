import {
  type AgencyId,
  type Assistant,
  type AssistantFact,
  type AssistantId,
  type AssistantStanding,
  DomainError,
  evolveAssistant,
  type ListingDetails,
  listingOf,
  standingOf,
} from '#domain';
import { type Scope, StateSchema, type Transaction, type Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ApiStore } from '../api-store.js';
import { assistantEvent } from './assistant.events.js';
import { AssistantRow } from './assistant.row.js';

const standings = new StateSchema<AssistantStanding>('standing of an assistant');

@Injectable()
export class AssistantStore extends ApiStore<Assistant, AssistantFact, AssistantRow> {
  protected readonly kind = { noun: 'assistant', row: AssistantRow, evolve: evolveAssistant, toEvent: assistantEvent };
  protected override readonly owners = ['agencyId'] as const;

  /** Saves a new assistant with the calendar row that bookings lock. @throws DomainError `assistant.external-ref-taken` */
  override create(scope: Scope, id: string, facts: readonly AssistantFact[]): Promise<Versioned<Assistant>> {
    return refOnce(
      super.create(scope, id, facts, async (tx, { agencyId }) => {
        await tx.execute(`INSERT INTO api.assistant_calendar (assistant_id, agency_id) VALUES ($1, $2)`, [
          id,
          agencyId,
        ]);
      }),
    );
  }

  /** @throws DomainError `assistant.not-found`, `precondition.stale`, `assistant.external-ref-taken` */
  override update(
    scope: Scope,
    id: string,
    expectedVersion: number | null,
    decide: (assistant: Assistant, tx: Transaction) => readonly AssistantFact[] | Promise<readonly AssistantFact[]>,
  ): Promise<Versioned<Assistant>> {
    return refOnce(super.update(scope, id, expectedVersion, decide));
  }

  /** Those of an agency that its roster names so, by reference. */
  findByExternalRefs(scope: Scope, agencyId: string, refs: readonly string[]): Promise<Map<string, Assistant>> {
    return this.database.transaction(scope, async (tx) => {
      const rows = await tx.manager.findBy(AssistantRow, { agencyId, externalRef: In([...refs]) });
      return new Map(rows.map((row) => [row.externalRef ?? '', this.toState(row)]));
    });
  }

  protected toState(row: AssistantRow): Assistant {
    const base = {
      ...listingOfRow(row),
      assistantId: row.id as AssistantId,
      agencyId: row.agencyId as AgencyId,
      createdAt: row.createdAt.toISOString(),
      daysOff: row.daysOff.map(({ from, to }) => ({ from, to })),
    };
    return { ...base, ...standings.open(row.standing) };
  }

  protected toRow(assistant: Assistant): Omit<AssistantRow, 'id' | 'version'> {
    const { hourlyRate, dutyCodes, ...listing } = listingOf(assistant);
    return {
      ...listing,
      agencyId: assistant.agencyId,
      status: assistant.status,
      dutyCodes: [...dutyCodes],
      rateMinor: hourlyRate.amountMinor,
      rateCurrency: hourlyRate.currency,
      daysOff: assistant.daysOff,
      createdAt: new Date(assistant.createdAt),
      listedAt: assistant.status === 'draft' ? null : new Date(assistant.listedAt),
      standing: standings.keep(standingOf(assistant)),
    };
  }
}

/** jsonb keeps fields in an order of its own; the domain compares listings field by field in the order of its types. */
function listingOfRow(row: AssistantRow): ListingDetails {
  return listingOf({
    ...row,
    skills: row.skills.map(({ skillCode, level }) => ({ skillCode, level })),
    languages: row.languages.map(({ language, level }) => ({ language, level })),
    hourlyRate: { amountMinor: Number(row.rateMinor), currency: row.rateCurrency },
    weeklyHours: row.weeklyHours.map(({ weekday, start, end }) => ({ weekday, start, end })),
  });
}

/** Two requests at once can both find a reference free; the index lets only one of them have it. */
async function refOnce<T>(saving: Promise<T>): Promise<T> {
  try {
    return await saving;
  } catch (error) {
    if (error instanceof Error && error.message.includes('assistant_external_ref')) {
      throw new DomainError('assistant.external-ref-taken', { at: ['externalRef'] });
    }
    throw error;
  }
}
