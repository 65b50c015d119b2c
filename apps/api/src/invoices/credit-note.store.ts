import { type CreditNote, type CreditNoteFact, evolveCreditNote } from '#domain';
import { type Scope, StateSchema, type Versioned } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { ApiStore } from '../api-store.js';
import { bothWays, type CountedPage } from '../sorted-list.js';
import { creditNoteEvent } from './credit-note.events.js';
import { CreditNoteRow } from './credit-note.row.js';

const sorts = bothWays('issued', 'issued_at', 'timestamptz');
const creditNoteStates = new StateSchema<CreditNote>('creditNote', []);

@Injectable()
export class CreditNoteStore extends ApiStore<CreditNote, CreditNoteFact, CreditNoteRow> {
  protected readonly kind = {
    noun: 'credit-note',
    row: CreditNoteRow,
    evolve: evolveCreditNote,
    toEvent: creditNoteEvent,
  };

  /** Those of the scope's organisation, the latest first. */
  list<Item>(
    scope: Scope,
    invoiceId: string | undefined,
    request: PageRequest,
    toItem: (one: Versioned<CreditNote>) => Item,
  ): Promise<CountedPage<Item>> {
    const list = {
      from: 'api.credit_note',
      conditions: [['invoice_id = ?', invoiceId]] as const,
      sorts,
      sort: '-issued',
    };
    return this.sortedPage(scope, list, request, toItem);
  }

  /** Oldest first. */
  async ofInvoice(scope: Scope, invoiceId: string): Promise<CreditNote[]> {
    const rows = await this.database.transaction(scope, (tx) =>
      tx.manager.find(CreditNoteRow, { where: { invoiceId }, order: { id: 'ASC' } }),
    );
    return rows.map((row) => this.toState(row));
  }

  protected toState(row: CreditNoteRow): CreditNote {
    return creditNoteStates.open(row.state);
  }

  protected toRow(creditNote: CreditNote): Omit<CreditNoteRow, 'id' | 'version'> {
    const { invoiceId, agreementId, agencyId, businessId, number, issuedAt, total } = creditNote;
    return {
      invoiceId,
      engagementId: agreementId,
      agencyId,
      businessId,
      number,
      issuedAt: new Date(issuedAt),
      totalMinor: String(total.amountMinor),
      state: creditNoteStates.keep(creditNote),
    };
  }
}
