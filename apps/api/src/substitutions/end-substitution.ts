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
import { SubstitutionStore } from './substitution.store.js';

export class EndSubstitution extends commandOf<Change, Versioned<Substitution>>() {}

/** Whoever couldn't is back; the business has agreed to that with the substitute. */
@CommandHandler(EndSubstitution)
export class EndSubstitutionHandler implements ICommandHandler<EndSubstitution> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly agreements: AgreementStore,
    private readonly engagements: EngagementStore,
    private readonly replacement: AssistantReplacement,
    private readonly grants: AccessGrantStore,
    private readonly substitutions: SubstitutionStore,
  ) {}

  async execute({ actor, id, expectedVersion, now }: EndSubstitution): Promise<Versioned<Substitution>> {
    const scope = scopeOf(actor);
    const { state: asked } = await this.substitutions.load(scope, id);
    const { agreementId, substituteId: from, assistantId: to } = asked;
    return this.database.transaction(scope, async () => {
      await this.agreements.loadLocked(scope, agreementId);
      const { state: engagement } = await this.engagements.loadLocked(scope, agreementId);
      const timerRuns = await this.substitutions.timerRuns(scope, agreementId);
      const by = partyOf(actor);
      return this.substitutions.update(
        scope,
        id,
        expectedVersion,
        (substitution) => decideSubstitution({ type: 'endSubstitution', by, engagement, timerRuns, now }, substitution),
        async (_tx, agreed) => {
          demand(agreed.status === 'ended', 'substitution.not-started');
          await this.replacement.replace(scope, agreementId, { from, to, agreed, now });
          const closing = { engagementId: agreementId, assistantId: from };
          await this.grants.askToClose(scope, closing, 'assistant-replaced', now);
        },
      );
    });
  }
}
