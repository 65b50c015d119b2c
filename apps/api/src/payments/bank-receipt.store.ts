import { marketplace } from '#access';
import type { BankReceiptDto, ReceiptQueryDto } from '#contracts';
import {
  type AgencyId,
  type BankCredit,
  type BusinessId,
  type Currency,
  type Depositor,
  DomainError,
  moneyOf,
  type PayableInvoice,
  receiptSuggester,
} from '#domain';
import type { Transaction } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { bothWays, type Condition, type CountedPage, sortedPage } from '../sorted-list.js';
import { type AgencyDebt, AgencyDues } from './agency-dues.js';
import type { StatementCredit } from './statement.js';

export interface BankReceipt {
  readonly id: string;
  readonly bankReference: string;
  readonly bookedOn: string;
  readonly currency: Currency;
  readonly amountMinor: string;
  readonly payerName: string | null;
  readonly payerIban: string | null;
  readonly remittance: string;
  readonly businessId: BusinessId | null;
  /** That has paid back by it what it owed. */
  readonly agencyId: AgencyId | null;
  /** Of the payout that has set it off. */
  readonly payoutId: string | null;
  readonly assignedAt: Date | null;
  /** When it turned out to be what the payment service has passed on. */
  readonly settledAt: Date | null;
  /** Of an assignment after the first; null for that. */
  readonly assignmentId: string | null;
}

const columns = `id, bank_reference AS "bankReference", booked_on::text AS "bookedOn", currency, amount_minor AS "amountMinor",
  payer_name AS "payerName", payer_iban AS "payerIban", remittance, business_id AS "businessId", agency_id AS "agencyId", payout_id AS "payoutId", assigned_at AS "assignedAt",
  settled_at AS "settledAt", assignment_id AS "assignmentId"`;
const standing = `CASE WHEN assigned_at IS NOT NULL THEN 'assigned' WHEN settled_at IS NOT NULL THEN 'settled' ELSE 'unassigned' END`;
export const isNobodys = ({ assignedAt, settledAt }: BankReceipt): boolean => assignedAt === null && settledAt === null;
const nameOfBusiness = 'coalesce(business.legal_name, business.name)';
const sorts = bothWays('booked', 'booked_on', 'date');
/** With each receipt. */
const mostDebtorsShown = 10;
/** Unpaid invoices among which somebody is looked for, the latest. */
const mostCandidates = 5_000;

/** Receipts on the marketplace's bank account, and the invoices that they may be for. */
@Injectable()
export class BankReceiptStore {
  constructor(
    private readonly database: ApiDatabase,
    private readonly dues: AgencyDues,
  ) {}

  /** Keeps a credit of a statement. False where it was known. */
  async keep(tx: Transaction, id: string, credit: StatementCredit, now: string): Promise<boolean> {
    const kept = await tx.execute(
      `INSERT INTO api.bank_receipt (id, bank_reference, booked_on, currency, amount_minor, payer_name, payer_iban, remittance, imported_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (bank_reference) DO NOTHING`,
      [
        id,
        credit.bankReference,
        credit.bookedOn,
        credit.currency,
        credit.amountMinor,
        credit.payerName,
        credit.payerIban,
        credit.remittance,
        now,
      ],
    );
    return kept === 1;
  }

  async noteAssigned(tx: Transaction, id: string, businessId: string, now: string): Promise<void> {
    await tx.execute(`UPDATE api.bank_receipt SET business_id = $2, assigned_at = $3 WHERE id = $1`, [
      id,
      businessId,
      now,
    ]);
  }

  async noteRepayment(tx: Transaction, id: string, agencyId: AgencyId, now: string): Promise<void> {
    await tx.execute(`UPDATE api.bank_receipt SET agency_id = $2, assigned_at = $3 WHERE id = $1`, [id, agencyId, now]);
  }

  /** It is nobody's again; the next assignment has an id of its own in the books. */
  async noteUnassigned(tx: Transaction, id: string, nextAssignmentId: string): Promise<void> {
    await tx.execute(
      `UPDATE api.bank_receipt SET business_id = NULL, agency_id = NULL, assigned_at = NULL, assignment_id = $2 WHERE id = $1`,
      [id, nextAssignmentId],
    );
  }

  async noteSettled(tx: Transaction, id: string, now: string): Promise<void> {
    await tx.execute(`UPDATE api.bank_receipt SET settled_at = $2 WHERE id = $1`, [id, now]);
  }

  /** Locked until the transaction ends. @throws DomainError `receipt.not-found` */
  async lock(tx: Transaction, id: string): Promise<BankReceipt> {
    const [receipt] = await tx.query<BankReceipt>(`SELECT ${columns} FROM api.bank_receipt WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    if (receipt === undefined) throw new DomainError('receipt.not-found');
    return receipt;
  }

  /** @throws DomainError `receipt.unknown-business` */
  async demandBusiness(tx: Transaction, businessId: string): Promise<void> {
    const [known] = await tx.query(`SELECT FROM api.business WHERE id = $1`, [businessId]);
    if (known === undefined) throw new DomainError('receipt.unknown-business', { at: ['businessId'] });
  }

  /** @throws DomainError `receipt.unknown-agency` */
  async demandAgency(tx: Transaction, agencyId: string): Promise<void> {
    const [known] = await tx.query(`SELECT FROM api.agency WHERE id = $1`, [agencyId]);
    if (known === undefined) throw new DomainError('receipt.unknown-agency', { at: ['agencyId'] });
  }

  /** As administrators read it. @throws DomainError `receipt.not-found` */
  read(id: string): Promise<BankReceiptDto> {
    return this.database.read(marketplace, async (tx) => {
      const receipts = await tx.query<BankReceipt>(`SELECT ${columns} FROM api.bank_receipt WHERE id = $1`, [id]);
      const [receipt] = await this.withSuggestions(tx, receipts);
      if (receipt === undefined) throw new DomainError('receipt.not-found');
      return receipt;
    });
  }

  /** Each that is nobody's with whose it may be. */
  list({ status }: ReceiptQueryDto, request: PageRequest): Promise<CountedPage<BankReceiptDto>> {
    const conditions: Condition[] = [[`${standing} = ?`, status]];
    const list = { columns, from: 'api.bank_receipt', id: 'id', conditions, sorts, sort: '-booked' };
    return this.database.read(marketplace, async (tx) => {
      const query = <Row>(sql: string, params: readonly unknown[]) => tx.query<Row>(sql, [...params]);
      const page = await sortedPage<BankReceipt, BankReceipt>(query, list, request, (row) => row);
      return { ...page, items: await this.withSuggestions(tx, page.items) };
    });
  }

  /** Invoices whose reference is one of these, and of which something is open, be it the fee of a reminder. */
  payableByReference(tx: Transaction, references: readonly string[]): Promise<PayableInvoice[]> {
    return this.payable(tx, 'payment.reference = ANY ($1)', [references]);
  }

  /** Businesses whose reference for paying ahead is one of these. */
  depositors(tx: Transaction, references: readonly string[]): Promise<Depositor[]> {
    return tx.query<Depositor>(
      `SELECT business_id AS "businessId", reference FROM api.deposit_reference WHERE reference = ANY ($1)`,
      [references],
    );
  }

  private async withSuggestions(tx: Transaction, receipts: readonly BankReceipt[]): Promise<BankReceiptDto[]> {
    const open = receipts.filter(isNobodys);
    if (open.length === 0) return receipts.map((receipt) => receiptDto(receipt, [], []));
    const currencies = [...new Set(open.map(({ currency }) => currency))];
    const latest = `payment.currency = ANY ($1) ORDER BY payment.issued_at DESC LIMIT ${mostCandidates}`;
    const invoices = await this.payable(tx, latest, [currencies]);
    const payers = await tx.query<{ iban: string; businessId: BusinessId; name: string }>(
      `SELECT DISTINCT ON (payer_iban) payer_iban AS iban, business_id AS "businessId", ${nameOfBusiness} AS name
         FROM api.bank_receipt receipt JOIN api.business ON business.id = receipt.business_id
        WHERE payer_iban = ANY ($1) ORDER BY payer_iban, receipt.id DESC`,
      [open.flatMap(({ payerIban }) => payerIban ?? [])],
    );
    const debts = await this.dues.debts(tx, currencies);
    const names = new Map([
      ...payers.map(({ businessId, name }) => [businessId, name] as const),
      ...invoices.map(({ businessId, businessName }) => [businessId, businessName] as const),
    ]);
    const suggest = receiptSuggester(invoices, new Map(payers.map(({ iban, businessId }) => [iban, businessId])));
    return receipts.map((receipt) => {
      const suggestions = isNobodys(receipt) ? suggest(creditOf(receipt)) : [];
      return receiptDto(
        receipt,
        isNobodys(receipt) ? debtorsOf(receipt, debts) : [],
        suggestions.map(({ businessId, reasons }) => {
          return { businessId, businessName: names.get(businessId)!, reasons: [...reasons] };
        }),
      );
    });
  }

  private async payable(tx: Transaction, condition: string, params: unknown[]): Promise<PayableInvoice[]> {
    const rows = await tx.query<
      Omit<PayableInvoice, 'total'> & { readonly totalMinor: string; readonly currency: Currency }
    >(
      `SELECT payment.invoice_id AS "invoiceId", payment.business_id AS "businessId", payment.reference, payment.currency,
              CASE WHEN payment.paid_at IS NULL THEN payment.total_minor - payment.credited_minor ELSE 0 END + fees.minor AS "totalMinor",
              ${nameOfBusiness} AS "businessName"
         FROM api.invoice_payment payment JOIN api.business ON business.id = payment.business_id,
              LATERAL (SELECT coalesce(sum(fee_minor), 0) AS minor FROM api.invoice_reminder reminder
                        WHERE reminder.invoice_id = payment.invoice_id AND fee_id IS NOT NULL AND fee_paid_at IS NULL
                          AND fee_waived_at IS NULL) AS fees
        WHERE (payment.paid_at IS NULL AND payment.total_minor > payment.credited_minor OR fees.minor > 0) AND ${condition}`,
      params,
    );
    return rows.map(({ totalMinor, currency, ...row }) => ({ ...row, total: moneyOf(BigInt(totalMinor), currency) }));
  }
}

const creditOf = ({ amountMinor, currency, payerName, payerIban, remittance }: BankReceipt): BankCredit => ({
  amount: moneyOf(BigInt(amountMinor), currency),
  payerName,
  payerIban,
  remittance,
});

/** The one first whose account it came from. */
const debtorsOf = ({ currency, payerIban }: BankReceipt, debts: readonly AgencyDebt[]): BankReceiptDto['debtors'] =>
  debts
    .filter((debt) => debt.currency === currency)
    .toSorted((a, b) => Number(b.iban === payerIban) - Number(a.iban === payerIban))
    .slice(0, mostDebtorsShown)
    .map(({ agencyId, agencyName, owesMinor }) => {
      return { agencyId, agencyName, owes: moneyOf(BigInt(owesMinor), currency) };
    });

const receiptDto = (
  receipt: BankReceipt,
  debtors: BankReceiptDto['debtors'],
  suggestions: BankReceiptDto['suggestions'],
): BankReceiptDto => ({
  id: receipt.id,
  bankReference: receipt.bankReference,
  bookedOn: receipt.bookedOn,
  ...creditOf(receipt),
  status: receipt.assignedAt !== null ? 'assigned' : receipt.settledAt !== null ? 'settled' : 'unassigned',
  businessId: receipt.businessId,
  agencyId: receipt.agencyId,
  assignedAt: receipt.assignedAt?.toISOString() ?? null,
  suggestions,
  debtors,
});
