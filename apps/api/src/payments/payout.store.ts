import { marketplace } from '#access';
import type { PayoutBatchDto, PayoutBatchPageDto, PayoutDto } from '#contracts';
import {
  type AgencyId,
  type BankAccount,
  type Currency,
  DomainError,
  type Money,
  moneyOf,
  type PayoutStatus,
  type PlannedPayout,
  sum,
} from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { byId, type PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { bothWays, type Condition, type CountedPage, sortedPage } from '../sorted-list.js';

interface PayoutRow {
  readonly id: string;
  readonly batchId: string;
  readonly agencyId: AgencyId;
  readonly holder: string | null;
  readonly iban: string | null;
  readonly currency: Currency;
  readonly earningsMinor: string;
  readonly taxMinor: string;
  readonly invoiceIds: string[];
  readonly creditNoteIds: string[];
  readonly reminderFeeIds: string[];
  readonly transferReversalIds: string[];
  readonly repaymentIds: string[];
  readonly cameBackMinor: string;
  readonly fault: string | null;
  readonly status: PayoutStatus;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
  readonly returnedAt: Date | null;
}

/** Where a payout goes: to a bank account, or to the agency's account at the payment service. */
export type PayoutAccount = BankAccount | ServiceAccount;

/** An agency's account at the payment service, by the service's id. */
export interface ServiceAccount {
  readonly serviceId: string;
}

interface BatchRow {
  readonly id: string;
  readonly currency: string;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
}

const columns = `id, batch_id AS "batchId", agency_id AS "agencyId", holder, iban, currency, earnings_minor AS "earningsMinor",
  tax_minor AS "taxMinor", invoice_ids AS "invoiceIds",
  credit_note_ids AS "creditNoteIds", reminder_fee_ids AS "reminderFeeIds",
  transfer_reversal_ids AS "transferReversalIds", repayment_ids AS "repaymentIds",
  (SELECT coalesce(sum(back.earnings_minor + back.tax_minor), 0) FROM api.transfer_reversal back WHERE back.payout_id = payout.id)
    AS "cameBackMinor",
  (SELECT fault FROM api.payment_service_task task WHERE task.about = 'transfer' AND task.subject = payout.id::text) AS fault, status, made_at AS "madeAt", sent_at AS "sentAt", returned_at AS "returnedAt"`;
const batchColumns = `id, currency, made_at AS "madeAt", sent_at AS "sentAt"`;
const sorts = bothWays('made', 'made_at', 'timestamptz');

/** What goes out to agencies. */
@Injectable()
export class PayoutStore {
  constructor(private readonly database: ApiDatabase) {}

  /** What lies with the payment service by the books and no payout that is under way will take. */
  async freeAtService(tx: Transaction, currency: Currency): Promise<Money> {
    const [row] = await tx.query<{ minor: string }>(
      `SELECT (SELECT coalesce(sum(amount_minor), 0) FROM api.ledger_posting
                WHERE party IS NULL AND purpose = 'payment-service' AND currency = $1)
            - (SELECT coalesce(sum(earnings_minor + tax_minor), 0) FROM api.payout
                WHERE payment_account IS NOT NULL AND status = 'made' AND currency = $1) AS minor`,
      [currency],
    );
    return moneyOf(BigInt(row!.minor), currency);
  }

  async keepBatch(tx: Transaction, batchId: string, currency: Currency, by: string | null, now: string): Promise<void> {
    await tx.execute(`INSERT INTO api.payout_batch (id, currency, made_at, made_by) VALUES ($1, $2, $3, $4)`, [
      batchId,
      currency,
      now,
      by,
    ]);
  }

  async keepPayout(
    tx: Transaction,
    id: string,
    batchId: string,
    payout: PlannedPayout<PayoutAccount>,
    now: string,
  ): Promise<void> {
    const {
      agencyId,
      account,
      earnings,
      tax,
      invoiceIds,
      creditNoteIds,
      reminderFeeIds,
      transferReversalIds,
      repaymentIds,
    } = payout;
    const bank = account !== null && 'iban' in account ? account : null;
    await tx.execute(
      `INSERT INTO api.payout (id, batch_id, agency_id, holder, iban, currency, earnings_minor, tax_minor, invoice_ids, status, made_at,
                               credit_note_ids, reminder_fee_ids, payment_account, transfer_reversal_ids,
                               repayment_ids)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'made', $10, $11, $12, $13, $14, $15)`,
      [
        id,
        batchId,
        agencyId,
        bank?.holder ?? null,
        bank?.iban ?? null,
        earnings.currency,
        earnings.amountMinor,
        tax.amountMinor,
        invoiceIds,
        now,
        creditNoteIds,
        reminderFeeIds,
        account !== null && 'serviceId' in account ? account.serviceId : null,
        transferReversalIds,
        repaymentIds,
      ],
    );
    await tx.execute(`UPDATE api.bank_receipt SET payout_id = $1 WHERE id = ANY ($2)`, [id, repaymentIds]);
    await tx.execute(`UPDATE api.invoice_payment SET payout_id = $1 WHERE invoice_id = ANY ($2)`, [id, invoiceIds]);
    await tx.execute(`UPDATE api.credit_note_payment SET payout_id = $1 WHERE credit_note_id = ANY ($2)`, [
      id,
      creditNoteIds,
    ]);
    await tx.execute(`UPDATE api.transfer_reversal SET next_payout_id = $1 WHERE id = ANY ($2)`, [
      id,
      transferReversalIds,
    ]);
    // One that is in a payout already is taken back of this one.
    await tx.execute(
      `UPDATE api.invoice_reminder SET payout_id = coalesce(payout_id, $1), return_payout_id = CASE WHEN payout_id IS NOT NULL THEN $1::uuid END
        WHERE fee_id = ANY ($2)`,
      [id, reminderFeeIds],
    );
  }

  /** @throws DomainError `payout-batch.not-found` */
  async lockBatch(tx: Transaction, batchId: string): Promise<PayoutDto[]> {
    const [batch] = await tx.query(`SELECT FROM api.payout_batch WHERE id = $1 FOR UPDATE`, [batchId]);
    if (batch === undefined) throw new DomainError('payout-batch.not-found');
    return this.ofBatches(tx, [batchId]);
  }

  /** @throws DomainError `payout.not-found` */
  async lock(tx: Transaction, id: string): Promise<PayoutDto> {
    const [row] = await tx.query<PayoutRow>(`SELECT ${columns} FROM api.payout WHERE id = $1 FOR UPDATE`, [id]);
    if (row === undefined) throw new DomainError('payout.not-found');
    return payoutDto(row);
  }

  /** With its batch before it, as whoever sends that does, so that it isn't sent meanwhile. @throws DomainError `payout.not-found` */
  async lockWithBatch(tx: Transaction, id: string): Promise<{ payout: PayoutDto; isBatchSent: boolean }> {
    const [batch] = await tx.query<Pick<BatchRow, 'sentAt'>>(
      `SELECT sent_at AS "sentAt" FROM api.payout_batch
        WHERE id = (SELECT batch_id FROM api.payout WHERE id = $1) FOR UPDATE`,
      [id],
    );
    return { payout: await this.lock(tx, id), isBatchSent: batch !== undefined && batch.sentAt !== null };
  }

  async noteSent(tx: Transaction, batchId: string, now: string): Promise<void> {
    await tx.execute(`UPDATE api.payout_batch SET sent_at = $2 WHERE id = $1`, [batchId, now]);
    await tx.execute(
      `UPDATE api.payout SET status = 'sent', sent_at = $2
        WHERE batch_id = $1 AND status = 'made' AND payment_account IS NULL`,
      [batchId, now],
    );
  }

  /** Its invoices wait for the next batch. */
  async noteReturned(tx: Transaction, id: string, now: string): Promise<void> {
    await tx.execute(`UPDATE api.payout SET status = 'returned', returned_at = $2 WHERE id = $1`, [id, now]);
    await tx.execute(`UPDATE api.bank_receipt SET payout_id = NULL WHERE payout_id = $1`, [id]);
    await tx.execute(`UPDATE api.invoice_payment SET payout_id = NULL WHERE payout_id = $1`, [id]);
    await tx.execute(`UPDATE api.credit_note_payment SET payout_id = NULL WHERE payout_id = $1`, [id]);
    await tx.execute(`UPDATE api.transfer_reversal SET next_payout_id = NULL WHERE next_payout_id = $1`, [id]);
    await tx.execute(`UPDATE api.invoice_reminder SET payout_id = NULL WHERE payout_id = $1`, [id]);
    await tx.execute(`UPDATE api.invoice_reminder SET return_payout_id = NULL WHERE return_payout_id = $1`, [id]);
  }

  /** @throws DomainError `payout-batch.not-found` */
  readBatch(batchId: string): Promise<PayoutBatchDto> {
    return this.database.read(marketplace, async (tx) => {
      const [batch] = await tx.query<BatchRow>(`SELECT ${batchColumns} FROM api.payout_batch WHERE id = $1`, [batchId]);
      if (batch === undefined) throw new DomainError('payout-batch.not-found');
      return batchDto(batch, await this.ofBatches(tx, [batchId]));
    });
  }

  /** Oldest first. */
  async batches(request: PageRequest): Promise<PayoutBatchPageDto> {
    const page = await byId.page(
      request,
      (after, limit) =>
        this.database.read(marketplace, (tx) =>
          tx.query<BatchRow>(
            `SELECT ${batchColumns} FROM api.payout_batch WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2`,
            [after?.id ?? null, limit],
          ),
        ),
      (row) => row,
    );
    const ids = page.items.map(({ id }) => id);
    const payouts = await this.database.read(marketplace, (tx) => this.ofBatches(tx, ids));
    return {
      ...page,
      items: page.items.map((batch) =>
        batchDto(
          batch,
          payouts.filter(({ batchId }) => batchId === batch.id),
        ),
      ),
    };
  }

  /** An agency's own, latest first; the marketplace sees everybody's. */
  list(scope: Scope, request: PageRequest): Promise<CountedPage<PayoutDto>> {
    const conditions: Condition[] = [
      ['agency_id = ?', scope.kind === 'organisation' ? scope.organisationId : undefined],
    ];
    const list = { columns, from: 'api.payout', id: 'id', conditions, sorts, sort: '-made' };
    return this.database.read(scope, (tx) =>
      sortedPage<PayoutRow, PayoutDto>((sql, params) => tx.query(sql, [...params]), list, request, payoutDto),
    );
  }

  private async ofBatches(tx: Transaction, batchIds: readonly string[]): Promise<PayoutDto[]> {
    const query = `SELECT ${columns} FROM api.payout WHERE batch_id = ANY ($1) ORDER BY id`;
    return (await tx.query<PayoutRow>(query, [batchIds])).map(payoutDto);
  }
}

const batchDto = ({ madeAt, sentAt, ...batch }: BatchRow, payouts: PayoutDto[]): PayoutBatchDto => ({
  ...batch,
  madeAt: madeAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
  payouts,
});

function payoutDto({ holder, iban, currency, earningsMinor, taxMinor, ...row }: PayoutRow): PayoutDto {
  const [earnings, tax] = [earningsMinor, taxMinor].map((minor) => moneyOf(BigInt(minor), currency)) as [Money, Money];
  return {
    id: row.id,
    batchId: row.batchId,
    agencyId: row.agencyId,
    account: holder === null || iban === null ? null : { holder, iban },
    earnings,
    tax,
    total: sum([earnings, tax], currency),
    status: row.status,
    invoiceIds: row.invoiceIds,
    creditNoteIds: row.creditNoteIds,
    reminderFeeIds: row.reminderFeeIds,
    transferReversalIds: row.transferReversalIds,
    repaymentIds: row.repaymentIds,
    cameBack: moneyOf(BigInt(row.cameBackMinor), currency),
    fault: row.fault,
    madeAt: row.madeAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    returnedAt: row.returnedAt?.toISOString() ?? null,
  };
}
