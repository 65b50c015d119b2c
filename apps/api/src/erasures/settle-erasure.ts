import { marketplace } from '#access';
import type { ErasureDto } from '#contracts';
import { assertErasable, assertOpenErasure } from '#domain';
import type { Transaction } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { commandOf } from '../command-of.js';
import { erasePerson, hindrancesOf } from '../identity/person-erasure.js';
import { type Erasure, ErasureStore, type Settlement } from './erasure.store.js';
import { keptOfPerson } from './kept-of-person.js';

type Way = { readonly as: 'done' | 'withdrawn' } | { readonly as: 'refused'; readonly reason: string };

interface Settling {
  readonly id: string;
  readonly way: Way;
  /** Whose request it has to be; anybody's with null. */
  readonly of: string | null;
  /** The administrator who settles it; null for whoever asked, and for what is done by itself. */
  readonly by: string | null;
  readonly expectedVersion: number | null;
  readonly now: string;
}

export class SettleErasure extends commandOf<Settling, ErasureDto>() {}

/** Somebody who asked is erased, is refused with a reason, or has thought better of it. */
@CommandHandler(SettleErasure)
export class SettleErasureHandler implements ICommandHandler<SettleErasure> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly erasures: ErasureStore,
  ) {}

  /** @throws DomainError `erasure.…`, `precondition.stale` */
  execute({ id, way, of, by, expectedVersion, now }: SettleErasure): Promise<ErasureDto> {
    return this.database.transaction(marketplace, async (tx) => {
      const asked = await this.erasures.lock(tx, id, { userId: of, expected: expectedVersion });
      const settlement = { refusal: null, pseudonym: null, kept: [], goesAt: null, by, now };
      if (way.as === 'done') return this.erase(tx, asked, { ...settlement, as: 'done' });
      assertOpenErasure(asked.status);
      const refusal = way.as === 'refused' ? way.reason : null;
      return this.erasures.settle(tx, asked, { ...settlement, as: way.as, refusal });
    });
  }

  private async erase(tx: Transaction, asked: Erasure, settlement: Settlement): Promise<ErasureDto> {
    const { userId, status } = asked;
    assertErasable(status, await hindrancesOf(tx, userId));
    const kept = await keptOfPerson(tx, userId, settlement.now);
    const pseudonym = await erasePerson(tx, userId, settlement.now);
    const until = kept.find(({ kind }) => kind === 'erasure')?.until;
    const goesAt = until ? `${until}T00:00:00.000Z` : null;
    return this.erasures.settle(tx, asked, { ...settlement, pseudonym, kept, goesAt });
  }
}
