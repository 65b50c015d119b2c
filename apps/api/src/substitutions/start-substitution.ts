import { scopeOf } from '#access';
import { decideSubstitution, demand, type Substitution } from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AccessGrantStore } from '../access-grants/access-grant.store.js';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import type { Change } from '../call.js';
import { commandOf } from '../command-of.js';
import { partyOf } from '../party-of.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { AssistantReplacement } from './assistant-replacement.js';
import { HandoverContexts } from './handover-contexts.js';
import { SubstituteQualification } from './substitute-qualification.js';
import { SubstitutionStore } from './substitution.store.js';

export class StartSubstitution extends commandOf<Change, Versioned<Substitution>>() {}

/** The substitute starts, once the handover pack is complete; everything moves, or nothing does. */
@CommandHandler(StartSubstitution)
export class StartSubstitutionHandler implements ICommandHandler<StartSubstitution> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly agreements: AgreementStore,
    private readonly engagements: EngagementStore,
    private readonly contexts: HandoverContexts,
    private readonly qualification: SubstituteQualification,
    private readonly replacement: AssistantReplacement,
    private readonly grants: AccessGrantStore,
    private readonly substitutions: SubstitutionStore,
  ) {}

  async execute({ actor, id, expectedVersion, now }: StartSubstitution): Promise<Versioned<Substitution>> {
    const scope = scopeOf(actor);
    const { state: asked } = await this.substitutions.load(scope, id);
    const { agreementId, substituteId, assistantId } = asked;
    return this.database.transaction(scope, async () => {
      // Agreement first, as whoever confirms a booking or accepts a change order does.
      const { state: agreement } = await this.agreements.loadLocked(scope, agreementId);
      const { state: engagement } = await this.engagements.loadLocked(scope, agreementId);
      const context = await this.contexts.of(scope, agreementId, assistantId);
      const timerRuns = await this.substitutions.timerRuns(scope, agreementId);
      const disqualification = await this.qualification.lackedBy(substituteId, agreement, now);
      const known = { by: partyOf(actor), engagement, ...context, timerRuns, disqualification, now };
      return this.substitutions.update(
        scope,
        id,
        expectedVersion,
        (substitution) => decideSubstitution({ type: 'startSubstitution', ...known }, substitution),
        async (_tx, agreed) => {
          demand(agreed.status === 'started', 'substitution.not-consented');
          await this.replacement.replace(scope, agreementId, { from: assistantId, to: substituteId, agreed, now });
          const closing = { engagementId: agreementId, assistantId };
          if (!agreed.temporary) await this.grants.askToClose(scope, closing, 'assistant-replaced', now);
        },
      );
    });
  }
}
