import { scopeOf } from '#access';
import { type AccessGrant, type AccessGrantId, giveAccess, type GiveAccess as DomainCommand } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { AccessGrantStore } from './access-grant.store.js';

export class GiveAccess extends commandOf<
  Call & {
    accessGrantId: AccessGrantId;
    engagementId: string;
    given: Pick<DomainCommand, 'kind' | 'name' | 'purpose' | 'way'>;
  },
  Versioned<AccessGrant>
>() {}

/** The business lets the assistant of an engagement into something. Nothing is given once the engagement is over. */
@CommandHandler(GiveAccess)
export class GiveAccessHandler implements ICommandHandler<GiveAccess> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly engagements: EngagementStore,
    private readonly grants: AccessGrantStore,
  ) {}

  execute({ actor, accessGrantId, engagementId, given, now }: GiveAccess): Promise<Versioned<AccessGrant>> {
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      const { state: engagement } = await this.engagements.loadLocked(scope, engagementId);
      const by = partyOf(actor);
      const facts = giveAccess({ type: 'giveAccess', accessGrantId, by, engagement, ...given, now });
      return this.grants.create(scope, accessGrantId, facts);
    });
  }
}
