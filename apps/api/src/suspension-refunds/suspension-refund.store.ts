import { SuspensionRefundMadeV1, type SuspensionRefundDto } from '#contracts';
import { type Currency, type Engagement, type Money, moneyOf } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { bothWays, type Condition, type CountedPage, sortedPage } from '../sorted-list.js';

/** What was made free for an engagement, and what of it is paid back. */
export interface MadeRefund {
  readonly engagement: Engagement;
  readonly agencyVersion: number;
  readonly packs: Money;
  readonly booked: Money;
  readonly refund: { readonly id: string; readonly amount: Money } | null;
}

interface RefundRow {
  readonly id: string;
  readonly engagementId: string;
  readonly currency: Currency;
  readonly packsMinor: string;
  readonly bookedMinor: string;
  readonly refundedMinor: string;
  readonly refundId: string | null;
  readonly madeAt: Date;
}

const columns = `id, engagement_id AS "engagementId", currency, packs_minor AS "packsMinor", booked_minor AS "bookedMinor",
  refunded_minor AS "refundedMinor", refund_id AS "refundId", made_at AS "madeAt"`;
const sorts = bothWays('made', 'made_at', 'timestamptz');

@Injectable()
export class SuspensionRefundStore {
  constructor(private readonly database: ApiDatabase) {}

  /** Whether it was done for a suspension; who has locked the engagement can rely on it. */
  async isMade(tx: Transaction, engagementId: string, agencyVersion: number): Promise<boolean> {
    const found = await tx.query(`SELECT FROM api.suspension_refund WHERE engagement_id = $1 AND agency_version = $2`, [
      engagementId,
      agencyVersion,
    ]);
    return found.length > 0;
  }

  /** Keeps it, and tells of it; the table takes it once for each suspension. */
  async keep(tx: Transaction, made: MadeRefund, now: string): Promise<void> {
    const { engagement, agencyVersion, packs, booked, refund } = made;
    const { engagementId, businessId, agencyId, assistantId } = engagement;
    const id = uuidv7();
    const refunded = refund?.amount ?? moneyOf(0n, packs.currency);
    await tx.execute(
      `INSERT INTO api.suspension_refund (id, engagement_id, business_id, agency_id, agency_version, currency, packs_minor, booked_minor,
                                          refunded_minor, refund_id, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        engagementId,
        businessId,
        agencyId,
        agencyVersion,
        packs.currency,
        packs.amountMinor,
        booked.amountMinor,
        refunded.amountMinor,
        refund?.id ?? null,
        now,
      ],
    );
    const said = { packs, booked, refunded, ...(refund && { refundId: refund.id }), madeAt: now };
    await tx.append([
      {
        type: SuspensionRefundMadeV1.type,
        aggregateType: 'suspension-refund',
        aggregateId: id,
        aggregateVersion: 1,
        audience: [agencyId, businessId],
        data: { engagementId, businessId, agencyId, assistantId, ...said },
      },
    ]);
  }

  list(scope: Scope, engagementId: string, request: PageRequest): Promise<CountedPage<SuspensionRefundDto>> {
    const own = scope.kind === 'organisation' ? scope.organisationId : undefined;
    const conditions: Condition[] = [
      ['? IN (business_id, agency_id)', own],
      ['engagement_id = ?', engagementId],
    ];
    const list = { columns, from: 'api.suspension_refund', id: 'id', conditions, sorts, sort: '-made' };
    return this.database.read(scope, (tx) =>
      sortedPage<RefundRow, SuspensionRefundDto>((sql, params) => tx.query(sql, [...params]), list, request, refundDto),
    );
  }
}

const refundDto = ({ id, engagementId, currency, refundId, madeAt, ...minor }: RefundRow): SuspensionRefundDto => ({
  id,
  engagementId,
  packs: moneyOf(BigInt(minor.packsMinor), currency),
  booked: moneyOf(BigInt(minor.bookedMinor), currency),
  refunded: moneyOf(BigInt(minor.refundedMinor), currency),
  refundId,
  madeAt: madeAt.toISOString(),
});
