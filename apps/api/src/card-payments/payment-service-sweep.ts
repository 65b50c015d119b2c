import { DueSweep } from '#platform/scheduling';
import { Injectable, Logger } from '@nestjs/common';
import { FollowOutgoing } from './follow-outgoing.js';
import { FollowPayment, type LookAgain } from './follow-payment.js';
import { PaymentService, PaymentServiceError } from './payment-service.js';
import { type DueTask, PaymentServiceTasks, type Subject } from '../payments/payment-service-tasks.js';

const plan = { name: 'asking the payment service', everySeconds: 5, atMost: 10 } as const;
/** 10 s, 20 s, 40 s …, at most an hour. */
const waitSeconds = (tries: number): number => Math.min(3_600, 10 * 2 ** Math.min(tries - 1, 10));

/** Asks the payment service about all of which there may be something new, one after the other. */
@Injectable()
export class PaymentServiceSweep extends DueSweep<DueTask> {
  private readonly log = new Logger(PaymentServiceSweep.name);
  private readonly follow: Readonly<
    Record<Subject['about'], (id: string, now: string, attempt: number) => Promise<LookAgain>>
  >;

  constructor(
    service: PaymentService,
    private readonly tasks: PaymentServiceTasks,
    payments: FollowPayment,
    outgoing: FollowOutgoing,
  ) {
    super(plan, async (now, atMost) => (service.isThere ? tasks.take(now, atMost) : []));
    this.follow = {
      payment: (id, now) => payments.payment(id, now),
      chargeback: (id, now) => payments.chargeback(id, now),
      refund: (id, now, attempt) => outgoing.refund(id, now, attempt),
      transfer: (id, now, attempt) => outgoing.transfer(id, now, attempt),
      account: (id, now) => outgoing.account(id, now),
    };
  }

  protected override async settle(task: DueTask, now: string): Promise<void> {
    const { seconds, ...came } = await this.outcome(task, now);
    const again = seconds === null ? null : new Date(Date.parse(now) + seconds * 1_000).toISOString();
    await this.tasks.looked(task, now, again, came);
  }

  /** Whatever goes wrong with one keeps none of the others waiting. */
  private async outcome(task: DueTask, now: string): Promise<Outcome> {
    try {
      const seconds = await this.follow[task.about](task.id, now, task.refusals);
      return { seconds, fault: null, isRefused: false };
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      this.log.warn(`the payment service on ${task.about} ${task.id}: ${fault}`);
      const isOfService = error instanceof PaymentServiceError;
      // What it has refused it may do another day: an account is completed, money comes in.
      const seconds = isOfService && error.reason !== 'unavailable' ? 3_600 : waitSeconds(task.tries);
      return { seconds, fault, isRefused: isOfService && error.isAnswered };
    }
  }
}

interface Outcome {
  readonly seconds: LookAgain;
  readonly fault: string | null;
  readonly isRefused: boolean;
}
