import { scopeOf } from '#access';
import { type AccessGrant, type AccessProof, decideAccessGrant } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { AccessGrantStore } from './access-grant.store.js';

type AccessChange =
  | { readonly type: 'reviewAccess' }
  | { readonly type: 'askToCloseAccess'; readonly reason: 'asked' }
  | { readonly type: 'closeAccess'; readonly proof: AccessProof };

export class ChangeAccess extends commandOf<Change & { what: AccessChange }, Versioned<AccessGrant>>() {}

/** Access is still needed, is to be closed, or was closed. */
@CommandHandler(ChangeAccess)
export class ChangeAccessHandler implements ICommandHandler<ChangeAccess> {
  constructor(private readonly grants: AccessGrantStore) {}

  async execute({ actor, id, expectedVersion, what, now }: ChangeAccess): Promise<Versioned<AccessGrant>> {
    await this.grants.loadOf(actor, id);
    const by = partyOf(actor);
    return this.grants.update(scopeOf(actor), id, expectedVersion, (grant) =>
      decideAccessGrant(what.type === 'askToCloseAccess' ? { ...what, now } : { ...what, by, now }, grant),
    );
  }
}
