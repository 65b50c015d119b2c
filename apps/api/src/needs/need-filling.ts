import { decideNeed } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { NeedStore } from './need.store.js';

/** Closes a need for which somebody was found, and opens it again where nothing came of it, in the caller's transaction. */
@Injectable()
export class NeedFilling {
  constructor(
    private readonly needs: NeedStore,
    private readonly catalogue: DutyCatalogue,
  ) {}

  /** @throws DomainError `need.closed` */
  async fill(scope: Scope, needId: string, now: string): Promise<void> {
    await this.needs.update(scope, needId, null, (need) =>
      decideNeed({ type: 'closeNeed', reason: 'fulfilled', now }, need, { catalogue: this.catalogue.codes }),
    );
  }

  /** In the name of the business, whichever side has withdrawn from what the need was filled with. */
  async reopen(scope: Scope, needId: string, now: string): Promise<void> {
    await this.needs.update(scope, needId, null, (need) =>
      decideNeed({ type: 'reopenNeed', now }, need, { catalogue: this.catalogue.codes }),
    );
  }
}
