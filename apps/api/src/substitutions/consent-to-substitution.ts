import { scopeOf } from '#access';
import { decideSubstitution, type Substitution } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { SubstituteQualification } from './substitute-qualification.js';
import { SubstitutionStore } from './substitution.store.js';

export class ConsentToSubstitution extends commandOf<Change, Versioned<Substitution>>() {}

/** The business is willing. One is taken for an engagement, whoever else was proposed or asks at the same moment. */
@CommandHandler(ConsentToSubstitution)
export class ConsentToSubstitutionHandler implements ICommandHandler<ConsentToSubstitution> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly engagements: EngagementStore,
    private readonly qualification: SubstituteQualification,
    private readonly substitutions: SubstitutionStore,
  ) {}

  async execute({ actor, id, expectedVersion, now }: ConsentToSubstitution): Promise<Versioned<Substitution>> {
    const scope = scopeOf(actor);
    const { state: asked } = await this.substitutions.load(scope, id);
    const engagementId = asked.agreementId;
    return this.database.transaction(scope, async () => {
      // Whoever consents takes turns on the engagement.
      const { state: engagement } = await this.engagements.loadLocked(scope, engagementId);
      const readiness = await this.qualification.of(asked.substituteId);
      const by = partyOf(actor);
      await this.substitutions.demandNobodyTaken(scope, engagementId);
      const taken = await this.substitutions.update(scope, id, expectedVersion, (substitution) =>
        decideSubstitution({ type: 'consentToSubstitution', by, engagement, readiness, now }, substitution),
      );
      await this.substitutions.giveWay(scope, engagementId, id, now);
      return taken;
    });
  }
}
