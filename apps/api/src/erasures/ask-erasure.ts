import { type Actor, marketplace } from '#access';
import type { ErasureDto } from '#contracts';
import { assertAsksErasure, DomainError, erasureDueAt } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { commandOf } from '../command-of.js';
import { AccountStore } from '../identity/account.store.js';
import { PasswordCheck } from '../identity/password-check.js';
import { hindrancesOf } from '../identity/person-erasure.js';
import { ErasureStore } from './erasure.store.js';

export class AskErasure extends commandOf<{ actor: Actor; password: string; now: string }, ErasureDto>() {}

/** A person asks to be erased: by an administrator, or by itself once a month is over. */
@CommandHandler(AskErasure)
export class AskErasureHandler implements ICommandHandler<AskErasure> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly accounts: AccountStore,
    private readonly checks: PasswordCheck,
    private readonly erasures: ErasureStore,
  ) {}

  /** @throws DomainError `account.wrong-credentials`, `erasure.asked-already` */
  async execute({ actor, password, now }: AskErasure): Promise<ErasureDto> {
    const account = actor.userId === null ? null : await this.accounts.findById(actor.userId);
    if (account === null) throw new DomainError('auth.forbidden');
    const { email, userId } = account;
    await this.checks.assertRight(account, { email, password, now });
    return this.database.transaction(marketplace, async (tx) => {
      await tx.query('SELECT FROM api.user_account WHERE id = $1 FOR UPDATE', [userId]);
      assertAsksErasure(await this.erasures.open(tx, userId));
      const asked = { status: 'asked', askedAt: now, dueAt: erasureDueAt(now), settledAt: null } as const;
      const erasure = { ...asked, id: uuidv7(), userId, refusal: null, pseudonym: null, kept: [], version: 1 };
      await this.erasures.add(tx, erasure);
      return { ...erasure, hindrances: await hindrancesOf(tx, userId) };
    });
  }
}
