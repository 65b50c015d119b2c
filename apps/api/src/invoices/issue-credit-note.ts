import { scopeOf } from '#access';
import type { CreditNote } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { CreditNoteIssuing, type CreditToGive } from './credit-note-issuing.js';

export class IssueCreditNote extends commandOf<Call & CreditToGive, Versioned<CreditNote>>() {}

/** The agency takes an invoice back, wholly or in part; the invoice stays as it is. */
@CommandHandler(IssueCreditNote)
export class IssueCreditNoteHandler implements ICommandHandler<IssueCreditNote> {
  constructor(private readonly issuing: CreditNoteIssuing) {}

  execute({ actor, creditNoteId, invoiceId, amount, reason, now }: IssueCreditNote): Promise<Versioned<CreditNote>> {
    return this.issuing.issue(scopeOf(actor), { creditNoteId, invoiceId, amount, reason, now });
  }
}
