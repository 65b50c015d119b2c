import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { MessageStore } from './message.store.js';

const plan = { name: 'telling of overdue messages', everySeconds: 30, atMost: 200 } as const;

/** Tells, once each, of questions without an answer in time and of promises that were not kept by their date. */
@Injectable()
export class OverdueMessages extends Sweep {
  constructor(private readonly messages: MessageStore) {
    super(plan);
  }

  /** At most 200 at a time; returns how many there were. */
  override sweep(now: string): Promise<number> {
    return this.messages.tellOverdue(now, plan.atMost);
  }
}
