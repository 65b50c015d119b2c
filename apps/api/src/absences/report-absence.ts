import { scopeOf } from '#access';
import {
  type Absence,
  type AbsenceId,
  type AgencyId,
  type AssistantId,
  type BusinessId,
  demand,
  reportAbsence,
  type ReportAbsence as DomainReport,
  type UserId,
} from '#domain';
import type { Versioned } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { AbsenceStore } from '../work-records/absence.store.js';
import { assistantScopeOf } from '../work-records/assistant-scope.js';
import { EngagementStore } from '../work-records/engagement.store.js';
import { reporterOf } from './absence-rules.js';

export class ReportAbsence extends commandOf<
  Call & {
    absenceId: AbsenceId;
    kind: DomainReport['kind'];
    assistantId: string | null;
    engagementId: string | null;
    startsAt: string;
    endsAt: string | null;
  },
  Versioned<Absence>
>() {}

/** Whose absence it is, and who has to know of it. */
type Absent = Pick<DomainReport, 'agencyId' | 'assistantId' | 'agreementId' | 'businessIds'>;

/** Somebody can't work: billing pauses from then on. */
@CommandHandler(ReportAbsence)
export class ReportAbsenceHandler implements ICommandHandler<ReportAbsence> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly assistants: AssistantStore,
    private readonly engagements: EngagementStore,
    private readonly absences: AbsenceStore,
  ) {}

  execute(command: ReportAbsence): Promise<Versioned<Absence>> {
    const { actor, absenceId, kind, engagementId, startsAt, endsAt, now } = command;
    return this.database.transaction(scopeOf(actor), async () => {
      const absent = actor.organisationKind === 'business' ? await this.ofEngagement(command) : await this.own(command);
      const { assistantId } = absent;
      const facts = reportAbsence({
        type: 'reportAbsence',
        absenceId,
        kind,
        reportedBy: reporterOf(actor),
        userId: actor.userId as UserId | null,
        ...absent,
        startsAt,
        endsAt,
        others: await this.absences.ofAssistant(assistantId, now),
        recorded: await this.absences.recordedSince(assistantId, startsAt, engagementId),
        now,
      });
      return this.absences.create(scopeOf(actor), absenceId, facts);
    });
  }

  /** Of the assistant herself, or of one of the agency's. */
  private async own({ actor, assistantId, engagementId }: ReportAbsence): Promise<Absent> {
    demand(engagementId === null, 'absence.engagement-of-business', { at: ['engagementId'] });
    const id = assistantId ?? assistantScopeOf(actor);
    demand(id !== null, 'absence.assistant-missing', { at: ['assistantId'] });
    const only = assistantScopeOf(actor);
    demand(only === null || only === id, 'assistant.not-found');
    const { state } = await this.assistants.load(scopeOf(actor), id);
    const businessIds = await this.absences.businessesOf(id);
    return {
      agencyId: state.agencyId as AgencyId,
      assistantId: id as AssistantId,
      agreementId: null,
      businessIds,
    };
  }

  private async ofEngagement({ actor, engagementId }: ReportAbsence): Promise<Absent> {
    demand(engagementId !== null, 'absence.engagement-of-business', { at: ['engagementId'] });
    const { state } = await this.engagements.load(scopeOf(actor), engagementId);
    demand(state.status === 'active', 'engagement.already-ended');
    const { agencyId, assistantId, engagementId: agreementId, businessId } = state;
    return { agencyId, assistantId, agreementId, businessIds: [businessId] satisfies BusinessId[] };
  }
}
