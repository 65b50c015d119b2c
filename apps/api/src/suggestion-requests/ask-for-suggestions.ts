import { marketplace, scopeOf } from '#access';
import {
  type AgencyId,
  type AgencyStatus,
  type AskForSuggestions as Asking,
  decideRequest,
  type Need,
  type SuggestionRequest,
  type SuggestionRequestId,
} from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { AgreementStore } from '../agreements/agreement.store.js';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { NeedStore } from '../needs/need.store.js';
import { partyOf } from '../party-of.js';
import { ResponseReports } from '../response-time/response-reports.js';
import { SuggestionRequestStore } from '../suggestions/suggestion-request.store.js';

export class AskForSuggestions extends commandOf<
  Call & { needId: string; agencyIds: readonly string[]; question: string | null },
  Versioned<SuggestionRequest>[]
>() {}

/** The business asks named agencies how its work could be streamlined: a request for each, or none. */
@CommandHandler(AskForSuggestions)
export class AskForSuggestionsHandler implements ICommandHandler<AskForSuggestions> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly needs: NeedStore,
    private readonly agreements: AgreementStore,
    private readonly reports: ResponseReports,
    private readonly requests: SuggestionRequestStore,
  ) {}

  /** @throws DomainError `need.not-found`, `suggestion-request.…` */
  execute({ actor, needId, agencyIds, question, now }: AskForSuggestions): Promise<Versioned<SuggestionRequest>[]> {
    const scope = scopeOf(actor);
    return this.database.transaction(scope, async () => {
      // Locked, so that nobody fills or closes it meanwhile.
      const { state: need } = await this.needs.loadLocked(scope, needId);
      const measured = await this.measured(need, now);
      const statuses = await this.statuses(agencyIds);
      const asked: Versioned<SuggestionRequest>[] = [];
      for (const id of agencyIds) {
        const agencyId = id as AgencyId;
        const requestId = uuidv7() as SuggestionRequestId;
        const facts = decideRequest({
          type: 'askForSuggestions',
          requestId,
          by: partyOf(actor),
          need,
          agency: { agencyId, status: statuses.get(id.toLowerCase()) ?? 'registered' },
          isEngaged: (await this.agreements.idOfNeed(scope, needId, id)) !== null,
          measured,
          question,
          now,
        });
        asked.push(await this.requests.create(scope, requestId, facts));
      }
      return asked;
    });
  }

  /** Null where there are fewer than twenty enquiries. */
  private async measured({ businessId }: Need, now: string): Promise<Asking['measured']> {
    const { enquiries, medianMinutes, p90Minutes } = await this.reports.lately(businessId, now);
    return medianMinutes === null ? null : { enquiries, medianMinutes, p90Minutes };
  }

  /** Of those that there are; who isn't verified is as unknown to a business as who isn't there. */
  private async statuses(agencyIds: readonly string[]): Promise<ReadonlyMap<string, AgencyStatus>> {
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string; status: AgencyStatus }>('SELECT id, status FROM api.agency WHERE id = ANY ($1::uuid[])', [
        agencyIds,
      ]),
    );
    return new Map(rows.map(({ id, status }) => [id, status]));
  }
}
