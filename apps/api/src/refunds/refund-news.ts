import type { RefundDto } from '#contracts';
import type { EventDraft } from '#contracts/envelope';
import type { RefundStatus } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { refundAsked, refundReturned, refundSent, refundWithdrawn } from './refund.events.js';

const events: Readonly<Record<Exclude<RefundStatus, 'asked'>, (refund: RefundDto, now: string) => EventDraft>> = {
  withdrawn: refundWithdrawn,
  sent: refundSent,
  returned: refundReturned,
};

/** What others hear of refunds, however they go. */
@Injectable()
export class RefundNews {
  asked(tx: Transaction, refund: RefundDto): Promise<void> {
    return tx.append([refundAsked(refund)]);
  }

  became(tx: Transaction, refund: RefundDto, status: Exclude<RefundStatus, 'asked'>, now: string): Promise<void> {
    return tx.append([events[status](refund, now)]);
  }
}
