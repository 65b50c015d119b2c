import { marketplace } from '#access';
import type { BankFeeDto } from '#contracts';
import { type Currency, demand, moneyOf } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { ownTransfers } from './bank-transfer.store.js';

interface DebitRow {
  readonly bookedOn: string;
  readonly currency: Currency;
  readonly amountMinor: string;
  readonly isOwn: boolean;
  readonly isNoted: boolean;
}

export class NoteBankFee extends commandOf<Call & { bankReference: string }, BankFeeDto>() {}

/** An administrator says of a debit that nobody ordered that it is a fee of the bank: it is posted, and no difference any more. */
@CommandHandler(NoteBankFee)
export class NoteBankFeeHandler implements ICommandHandler<NoteBankFee> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly ledger: LedgerBook,
  ) {}

  execute({ actor, bankReference, now }: NoteBankFee): Promise<BankFeeDto> {
    return this.database.transaction(marketplace, async (tx) => {
      // Two who note the same at once take turns.
      await tx.takeTurn(`bank fee ${bankReference}`);
      const [debit] = await tx.query<DebitRow>(
        `SELECT booked_on::text AS "bookedOn", currency, -amount_minor AS "amountMinor",
                EXISTS (SELECT FROM (${ownTransfers}) AS own WHERE own.end_to_end_id = bank.end_to_end_id) AS "isOwn",
                EXISTS (SELECT FROM api.bank_fee fee WHERE fee.bank_reference = bank.bank_reference) AS "isNoted"
           FROM api.bank_transfer bank WHERE bank_reference = $1 AND amount_minor < 0`,
        [bankReference],
      );
      demand(debit !== undefined, 'bank-fee.no-debit', { at: ['bankReference'] });
      demand(!debit.isOwn, 'bank-fee.own-transfer', { at: ['bankReference'] });
      demand(!debit.isNoted, 'bank-fee.already-noted', { at: ['bankReference'] });
      const id = uuidv7();
      const amount = moneyOf(BigInt(debit.amountMinor), debit.currency);
      await tx.execute(`INSERT INTO api.bank_fee (id, bank_reference, noted_at, noted_by) VALUES ($1, $2, $3, $4)`, [
        id,
        bankReference,
        now,
        actor.userId,
      ]);
      await this.ledger.post({ type: 'bankFeeCharged', feeId: id, amount }, now);
      return { id, bankReference, bookedOn: debit.bookedOn, amount, notedAt: now };
    });
  }
}
