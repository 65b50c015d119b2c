import { scopeOf } from '#access';
import { type Agency, decideAgency, type SuspensionCode, type UserId } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { AgencyStore } from './agency.store.js';

/** Verified, it may publish assistants, propose and be booked; suspended, its assistants are no longer matched or booked. */
type Step =
  | { readonly verify: { readonly note: string } }
  | { readonly suspend: { readonly code: SuspensionCode; readonly reason: string } };

/** An administrator lets the agency into the marketplace, or takes it out. */
export class MoveAgency extends commandOf<Change & { step: Step }, Versioned<Agency>>() {}

@CommandHandler(MoveAgency)
export class MoveAgencyHandler implements ICommandHandler<MoveAgency> {
  constructor(private readonly agencies: AgencyStore) {}

  execute({ actor, id, expectedVersion, step, now }: MoveAgency): Promise<Versioned<Agency>> {
    const by = actor.userId as UserId;
    return this.agencies.update(scopeOf(actor), id, expectedVersion, (agency) =>
      'verify' in step
        ? decideAgency({ type: 'verifyAgency', verifiedBy: by, ...step.verify, now }, agency)
        : decideAgency({ type: 'suspendAgency', suspendedBy: by, ...step.suspend, now }, agency),
    );
  }
}
