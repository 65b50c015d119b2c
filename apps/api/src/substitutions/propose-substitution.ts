import { scopeOf } from '#access';
import { type AssistantId, proposeSubstitution, type Substitution, type SubstitutionId } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { SubstituteQualification } from './substitute-qualification.js';
import { SubstitutionStore } from './substitution.store.js';

export class ProposeSubstitution extends commandOf<
  Call & { substitutionId: SubstitutionId; engagementId: string; substituteId: string; temporary: boolean },
  Versioned<Substitution>
>() {}

/** The agency names one of its own for whoever can't. */
@CommandHandler(ProposeSubstitution)
export class ProposeSubstitutionHandler implements ICommandHandler<ProposeSubstitution> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly engagements: EngagementStore,
    private readonly agreements: AgreementStore,
    private readonly assistants: AssistantStore,
    private readonly qualification: SubstituteQualification,
    private readonly substitutions: SubstitutionStore,
  ) {}

  execute(command: ProposeSubstitution): Promise<Versioned<Substitution>> {
    const { actor, substitutionId, engagementId, temporary, now } = command;
    const substituteId = command.substituteId as AssistantId;
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      const { state: engagement } = await this.engagements.load(scope, engagementId);
      const { state: agreement } = await this.agreements.load(scope, engagementId);
      await this.assistants.load(scope, substituteId);
      const facts = proposeSubstitution({
        type: 'proposeSubstitution',
        substitutionId,
        by: partyOf(actor),
        agreement,
        engagement,
        substituteId,
        temporary,
        readiness: await this.qualification.of(substituteId),
        disqualification: await this.qualification.lackedBy(substituteId, agreement, now),
        now,
      });
      return this.substitutions.create(scope, substitutionId, facts);
    });
  }
}
