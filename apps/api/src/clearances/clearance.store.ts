import { marketplace } from '#access';
import type { ClearanceQueryDto } from '#contracts';
import {
  type AgencyId,
  type AssistantId,
  type Clearance,
  type ClearanceFact,
  type ClearanceId,
  type ClearanceTemplates,
  evolveClearance,
  type GrantedClearance,
  normaliseInstant,
  type UserId,
} from '#domain';
import type { Scope, Versioned } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiStore, type Refusals } from '../api-store.js';
import { readingQuery } from '../query-time.js';
import { bothWays, type Condition, type CountedPage } from '../sorted-list.js';
import { clearanceEvent } from './clearance.events.js';
import { ClearanceRow } from './clearance.row.js';

/** What holds for no time, or holds no more, comes after whatever ends. */
const sorts = {
  ...bothWays('requested', 'requested_at', 'timestamptz'),
  ...bothWays('ends', `coalesce(valid_until, 'infinity')`, 'timestamptz'),
};

@Injectable()
export class ClearanceStore extends ApiStore<Clearance, ClearanceFact, ClearanceRow> {
  protected readonly kind = { noun: 'clearance', row: ClearanceRow, evolve: evolveClearance, toEvent: clearanceEvent };
  protected override readonly owners = ['agencyId'] as const;
  /** Another one of the assistant waits for an assessor. */
  protected override readonly refusals: Refusals = { clearance_one_requested: ['clearance.already-requested'] };

  /**
   * The clearance that an assistant has at the moment, whoever asks; null without one. Its row is locked in the
   * ambient transaction against being voided, so that a booking can rely on what it read.
   */
  findGranted(assistantId: string): Promise<GrantedClearance | null> {
    return this.database.transaction(marketplace, async (tx) => {
      const text = `SELECT ${this.columns} FROM api.clearance WHERE assistant_id = $1 AND status = 'granted' FOR SHARE`;
      const [found] = await tx.query<Record<string, unknown>>({ name: 'granted-clearance', text }, [assistantId]);
      const clearance = found && this.stateOf(found);
      return clearance?.status === 'granted' ? clearance : null;
    });
  }

  /** Those of all assistants of the scope's agency. */
  list<Item>(
    scope: Scope,
    { status, endsBefore, sort = 'requested' }: ClearanceQueryDto,
    request: PageRequest,
    toItem: (clearance: Versioned<Clearance>) => Item,
  ): Promise<CountedPage<Item>> {
    const before = endsBefore && readingQuery(() => normaliseInstant(endsBefore, ['endsBefore']));
    const conditions: Condition[] = [
      ['status = ?', status],
      [`status = 'granted' AND valid_until < ?`, before],
    ];
    return this.sortedPage(scope, { from: 'api.clearance', conditions, sorts, sort }, request, toItem);
  }

  /** Those of an assistant that stand, or wait, for a workplace in another country. */
  async idsElsewhere(assistantId: string, countryCode: string): Promise<string[]> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM api.clearance WHERE assistant_id = $1 AND status <> 'voided' AND country_code <> $2 ORDER BY id`,
        [assistantId, countryCode],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** Granted ones that are over, were assessed by another checklist, or have a reminder due of their end or of an open action, the first to end first. */
  async dueForReview(now: string, templates: ClearanceTemplates, limit: number): Promise<string[]> {
    const versions = Object.values(templates).map(({ jurisdiction, version }) => [jurisdiction, version]);
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM api.clearance
          WHERE status = 'granted'
            AND (valid_until <= $1::timestamptz
              OR template_version <> ($2::jsonb ->> jurisdiction)::int
              OR (reminded_days IS NULL AND valid_until <= $1::timestamptz + interval '30 days')
              OR (reminded_days > 7 AND valid_until <= $1::timestamptz + interval '7 days')
              OR (open_actions <> '[]' AND EXISTS (
                SELECT FROM api.assistant, jsonb_array_elements(open_actions) AS action,
                    LATERAL (SELECT (action ->> 'dueOn')::date - ($1::timestamptz AT TIME ZONE time_zone)::date AS days,
                                    coalesce((action ->> 'remindedDays')::int, 31) AS reminded) AS left_for
                  WHERE assistant.id = clearance.assistant_id
                    AND ((days <= 30 AND reminded > 30) OR (days <= 7 AND reminded > 7)))))
          ORDER BY valid_until, id LIMIT $3`,
        [now, JSON.stringify(Object.fromEntries(versions)), limit],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** What a business may keep of the clearances of who works for it, oldest first, whoever asks. */
  async allOf(assistantId: string): Promise<Clearance[]> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.manager.find(ClearanceRow, { where: { assistantId }, order: { requestedAt: 'ASC', id: 'ASC' } }),
    );
    return rows.map((row) => this.toState(row));
  }

  protected toState(row: ClearanceRow): Clearance {
    const base = {
      clearanceId: row.id as ClearanceId,
      assistantId: row.assistantId as AssistantId,
      agencyId: row.agencyId as AgencyId,
      jurisdiction: row.jurisdiction,
      countryCode: row.countryCode,
      templateVersion: row.templateVersion,
      requestedAt: row.requestedAt.toISOString(),
      answers: row.answers,
      trainingCompletedOn: row.trainingCompletedOn,
      evidenceSha256: row.evidenceSha256,
      openActions: row.openActions.map((action) => ({ ...action, remindedDays: action.remindedDays ?? null })),
    };
    if (row.status === 'requested') return { ...base, status: 'requested' };
    if (row.status === 'granted' && row.assessorUserId && row.grantedAt && row.validUntil) {
      const assessor = { userId: row.assessorUserId as UserId, name: row.assessorName ?? '' };
      const [grantedAt, validUntil] = [row.grantedAt.toISOString(), row.validUntil.toISOString()];
      return { ...base, status: 'granted', assessor, grantedAt, validUntil, remindedDays: row.remindedDays };
    }
    if (row.status === 'voided' && row.voidedAt && row.voidReason) {
      return { ...base, status: 'voided', voidedAt: row.voidedAt.toISOString(), reason: row.voidReason };
    }
    throw new Error(`the clearance ${row.id} lacks what its status ${row.status} needs`);
  }

  protected toRow(clearance: Clearance): Omit<ClearanceRow, 'id' | 'version'> {
    const granted = clearance.status === 'granted' ? clearance : null;
    const voided = clearance.status === 'voided' ? clearance : null;
    return {
      assistantId: clearance.assistantId,
      agencyId: clearance.agencyId,
      status: clearance.status,
      jurisdiction: clearance.jurisdiction,
      countryCode: clearance.countryCode,
      templateVersion: clearance.templateVersion,
      answers: clearance.answers,
      trainingCompletedOn: clearance.trainingCompletedOn,
      evidenceSha256: clearance.evidenceSha256,
      openActions: clearance.openActions,
      requestedAt: new Date(clearance.requestedAt),
      assessorUserId: granted?.assessor.userId ?? null,
      assessorName: granted?.assessor.name ?? null,
      grantedAt: granted && new Date(granted.grantedAt),
      validUntil: granted && new Date(granted.validUntil),
      remindedDays: granted?.remindedDays ?? null,
      voidedAt: voided && new Date(voided.voidedAt),
      voidReason: voided?.reason ?? null,
    };
  }
}
