import { marketplace } from '#access';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

const plan = { name: 'forgetting webhooks', everySeconds: 60, atMost: 2_000 } as const;
const keptDays = 30;

/** Forgets messages a month after they were taken, and those of endpoints that are gone. */
@Injectable()
export class ForgetDeliveries extends Sweep {
  constructor(private readonly database: ApiDatabase) {
    super(plan);
  }

  /** At most 2,000 at a time; returns how many there were. */
  override sweep(now: string): Promise<number> {
    return this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `DELETE FROM api.webhook_delivery WHERE id IN (
           SELECT id FROM api.webhook_delivery d
            WHERE (status <> 'waiting' AND settled_at < $1::timestamptz - make_interval(days => ${keptDays}))
               OR NOT EXISTS (SELECT FROM api.webhook_queue q WHERE q.endpoint_id = d.endpoint_id)
            LIMIT $2)`,
        [now, plan.atMost],
      ),
    );
  }
}
