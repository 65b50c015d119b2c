import { marketplace } from '#access';
import { decideAccessGrant, localDate } from '#domain';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { AccessGrantStore } from './access-grant.store.js';

const plan = { name: 'announcing reviews of access', everySeconds: 3_600, atMost: 200 } as const;

/** Tells businesses once a quarter to look whether access is still needed. */
@Injectable()
export class AccessReviews extends Sweep {
  constructor(private readonly grants: AccessGrantStore) {
    super(plan);
  }

  /** At most 200 at a time; returns how many there were. */
  override async sweep(now: string): Promise<number> {
    const due = await this.grants.nextToReview(localDate(now, 'UTC'), plan.atMost);
    await this.grants.updateMany(marketplace, due, (grant) =>
      decideAccessGrant({ type: 'announceAccessReview', now }, grant),
    );
    return due.length;
  }
}
