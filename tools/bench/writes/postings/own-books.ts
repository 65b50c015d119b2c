import { marketplace } from '#access';
import type { AgencyId, BusinessId, InvoiceId } from '#domain';
import { type Database, openDatabase } from '#platform/database';
import { randomUUID } from 'node:crypto';
import { LedgerBook } from '../../../../apps/api/src/ledger/ledger-book.js';

/** What an invoice is owed, is for, and leaves to the marketplace and the tax office. */
export const postingsOfAnInvoice = 4;
/** Who posts at a time. */
export const posters = 16;

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' }) as const;
const amounts = { subtotal: euros(10_000), commission: euros(1_000), tax: euros(2_310), total: euros(13_310) };

/** The books as the application keeps them. */
export class OwnBooks {
  readonly name = 'the books';
  reads = 0;

  private constructor(
    private readonly database: Database,
    private readonly ledger: LedgerBook,
  ) {}

  static async open(url: string): Promise<OwnBooks> {
    const database = await openDatabase({ schema: 'api', url, entities: [], poolSize: posters + 1 });
    return new OwnBooks(database, new LedgerBook(database));
  }

  /** Transactions a second. */
  async round(seconds: number): Promise<number> {
    const until = performance.now() + seconds * 1_000;
    const reading = this.readUntil(until);
    const counts = await Promise.all(Array.from({ length: posters }, () => this.postUntil(until)));
    await reading;
    return counts.reduce((total, count) => total + count, 0) / seconds;
  }

  async stop(): Promise<void> {
    await this.database.dataSource.destroy();
  }

  private async postUntil(until: number): Promise<number> {
    const [agencyId, businessId] = [randomUUID() as AgencyId, randomUUID() as BusinessId];
    let count = 0;
    for (; performance.now() < until; count += 1) {
      const fact = {
        type: 'invoiceIssued',
        invoiceId: randomUUID() as InvoiceId,
        agencyId,
        businessId,
        ...amounts,
      } as const;
      await this.ledger.post(fact, new Date().toISOString());
    }
    return count;
  }

  /** Four times a second, so that reading isn't what is measured. */
  private async readUntil(until: number): Promise<void> {
    while (performance.now() < until) {
      const [row] = await this.database.read(marketplace, (tx) =>
        tx.query<{ rest: string }>('SELECT coalesce(sum(amount_minor), 0)::text AS rest FROM api.ledger_posting'),
      );
      if (row?.rest !== '0') throw new Error(`the books come to ${row?.rest}`);
      this.reads += 1;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
