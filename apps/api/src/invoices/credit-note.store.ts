import { type CreditNote, type CreditNoteFact, evolveCreditNote } from '#domain';
import type { Scope, Versioned } from '#platform/database';
import type { PageRequest } from '#platform/http';
import { Injectable } from '@nestjs/common';
import { bothWays, type CountedPage } from '../sorted-list.js';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { creditNoteEvent } from './credit-note.events.js';
import { CreditNoteRow } from './credit-note.row.js';
import { documentColumns } from './document-columns.js';

const sorts = bothWays('issued', 'issued_at', 'timestamptz');
@Injectable()
export class CreditNoteStore extends StateStore<CreditNote, CreditNoteFact, CreditNoteRow> {
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

  protected columnsOf(creditNote: CreditNote): ColumnsOf<CreditNoteRow> {
    return { invoiceId: creditNote.invoiceId, ...documentColumns(creditNote) };
  }
}
