import { decideNeed } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { DutyCatalogue } from '../catalogue/duty-catalogue.js';
import { NeedStore } from './need.store.js';
import { ShortlistStore } from './shortlist.store.js';

/** Closes a need for which somebody was found, and opens it again where nothing came of it, in the caller's transaction. */
@Injectable()
export class NeedFilling {
  constructor(
    private readonly needs: NeedStore,
    private readonly catalogue: DutyCatalogue,
    private readonly shortlists: ShortlistStore,
  ) {}

  /** @throws DomainError `need.closed` */
  async fill(scope: Scope, needId: string, now: string): Promise<void> {
    await this.needs.update(scope, needId, null, (need) =>
      decideNeed({ type: 'closeNeed', reason: 'fulfilled', now }, need, { catalogue: this.catalogue.codes }),
    );
  }

  /** Whoever was found can't do it: it is open again, or has a fresh shortlist where it never was closed. */
  async offerAnew(scope: Scope, needId: string, now: string): Promise<void> {
    const { state, version } = await this.needs.load(scope, needId);
    if (state.status === 'posted') await this.shortlists.ask(scope, { state, version });
    else await this.reopen(scope, needId, now);
  }

  /** In the name of the business, whichever side has withdrawn from what the need was filled with. */
  async reopen(scope: Scope, needId: string, now: string): Promise<void> {
    await this.needs.update(scope, needId, null, (need) =>
      decideNeed({ type: 'reopenNeed', now }, need, { catalogue: this.catalogue.codes }),
    );
  }
}
