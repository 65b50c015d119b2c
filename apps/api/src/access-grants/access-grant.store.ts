import { type Actor, marketplace, scopeOf } from '#access';
import type { AccessGrantQueryDto } from '#contracts';
import {
  type AccessGrant,
  type AccessGrantFact,
  type ClosingReason,
  decideAccessGrant,
  evolveAccessGrant,
} from '#domain';
import type { Scope, Versioned } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { partiesOf } from '../parties-of.js';
import { byCreation, type CountedPage } from '../sorted-list.js';
import type { ColumnsOf } from '../state-store.js';
import { assistantScopeOf } from '../work-records/assistant-scope.js';
import { WorkStore } from '../work-records/work.store.js';
import { accessGrantEvent } from './access-grant.events.js';
import { AccessGrantRow } from './access-grant.row.js';

@Injectable()
export class AccessGrantStore extends WorkStore<AccessGrant, AccessGrantFact, AccessGrantRow> {
  protected readonly kind = {
    noun: 'access-grant',
    row: AccessGrantRow,
    evolve: evolveAccessGrant,
    toEvent: accessGrantEvent,
  };

  list(
    actor: Actor,
    { engagementId, status, sort = 'created' }: AccessGrantQueryDto,
    request: PageRequest,
  ): Promise<CountedPage<Versioned<AccessGrant>>> {
    const conditions = [
      ['assistant_id::text = ?', assistantScopeOf(actor) ?? undefined],
      ['engagement_id = ?', engagementId],
      ['status = ?', status],
    ] as const;
    return this.sortedPage(
      scopeOf(actor),
      { from: 'api.access_grant', conditions, sorts: byCreation, sort },
      request,
      (grant) => grant,
    );
  }

  /** The names of those who gave access, as they go by them now. */
  async giversOf(grants: readonly Versioned<AccessGrant>[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<{ id: string; name: string }>(
        'SELECT id, display_name AS name FROM api.user_account WHERE id = ANY ($1::uuid[])',
        [grants.flatMap(({ state }) => state.givenBy ?? [])],
      ),
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** What an assistant is let into for an engagement, open or to be closed. */
  async openOf(scope: Scope, engagementId: string, assistantId: string): Promise<AccessGrant[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<Pick<AccessGrantRow, 'state'>>(
        `SELECT state FROM api.access_grant
          WHERE engagement_id = $1 AND assistant_id = $2 AND status <> 'closed' ORDER BY id`,
        [engagementId, assistantId],
      ),
    );
    return rows.map(({ state }) => this.open(state));
  }

  /** Whatever is open of an engagement has to be closed: all of it, or what one assistant was given. */
  async askToClose(
    scope: Scope,
    of: { readonly engagementId: string; readonly assistantId: string | null },
    reason: ClosingReason,
    now: string,
  ): Promise<void> {
    await this.database.transaction(scope, async (tx) => {
      const open = await tx.query<{ id: string }>(
        `SELECT id FROM api.access_grant
          WHERE engagement_id = $1 AND ($2::uuid IS NULL OR assistant_id = $2) AND status = 'open'`,
        [of.engagementId, of.assistantId],
      );
      const ids = open.map(({ id }) => id);
      await this.updateMany(scope, ids, (grant) => decideAccessGrant({ type: 'askToCloseAccess', reason, now }, grant));
    });
  }

  /** Open access that is to be reviewed and of which nobody was told, the longest due first. */
  async nextToReview(today: string, limit: number): Promise<string[]> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM api.access_grant WHERE review_due_on <= $1 ORDER BY review_due_on, id LIMIT $2`,
        [today, limit],
      ),
    );
    return rows.map(({ id }) => id);
  }

  protected columnsOf(grant: AccessGrant): ColumnsOf<AccessGrantRow> {
    const { agreementId, status, reviewDueOn, reviewAnnounced } = grant;
    return {
      engagementId: agreementId,
      ...partiesOf(grant),
      status,
      reviewDueOn: status === 'open' && !reviewAnnounced ? reviewDueOn : null,
    };
  }
}
