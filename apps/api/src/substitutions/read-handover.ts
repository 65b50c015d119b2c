import { type Actor, scopeOf } from '#access';
import type { HandoverDto, HandoverMessageDto, LastRunDto } from '#contracts';
import { type DutyRun, missingOf } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { AccessGrantStore } from '../access-grants/access-grant.store.js';
import { ApiDatabase } from '../api-database.js';
import { DutyRunStore } from '../work-records/duty-run.store.js';
import { HandoverContexts } from './handover-contexts.js';
import { SubstitutionStore } from './substitution.store.js';

const lastRuns = 3;

/** The handover pack: what somebody wrote, and beside it what is known without anybody writing it. */
@Injectable()
export class ReadHandover {
  constructor(
    private readonly database: ApiDatabase,
    private readonly substitutions: SubstitutionStore,
    private readonly contexts: HandoverContexts,
    private readonly runs: DutyRunStore,
    private readonly grants: AccessGrantStore,
  ) {}

  /** @throws DomainError `substitution.not-found` */
  async of(actor: Actor, id: string): Promise<HandoverDto> {
    const scope = scopeOf(actor);
    const { state, version } = await this.substitutions.loadOf(actor, id);
    const { pack, agreementId, assistantId, substitutionId } = state;
    const context = await this.contexts.of(scope, agreementId, assistantId);
    const runs = await this.runs.lastOfLines(scope, agreementId, lastRuns);
    const grants = await this.grants.openOf(scope, agreementId, assistantId);
    const missing = missingOf(pack, context);
    const copied = (items: typeof pack.openItems) => items && items.map((item) => ({ ...item }));
    return {
      substitutionId,
      complete: missing.length === 0,
      missing,
      duties: context.terms.lines
        .filter(({ accountable }) => accountable.party === 'assistant')
        .map(({ lineId, description, doneCriterion }) => ({
          lineId,
          description,
          doneCriterion,
          howTo: pack.howTos.find((howTo) => howTo.lineId === lineId)?.text ?? null,
          lastRuns: lastRunsOf(runs, lineId),
        })),
      openItems: copied(pack.openItems),
      promises: copied(pack.promises),
      messages: await this.openMessages(scope, agreementId),
      accesses: grants.map(({ accessGrantId, kind, name, purpose }) => ({
        accessGrantId,
        kind,
        name,
        purpose,
        how: pack.accesses.find((access) => access.accessGrantId === accessGrantId)?.how ?? null,
      })),
      version,
    };
  }

  /** What the business waits for: its questions, and what it was promised, by when that is due. */
  private openMessages(scope: Scope, engagementId: string): Promise<HandoverMessageDto[]> {
    return this.database.transaction(scope, async (tx) => {
      const rows = await tx.query<HandoverMessageDto & { dueAt: Date | string }>(
        `SELECT id AS "messageId", open_kind AS kind, text, due_at AS "dueAt" FROM api.message
          WHERE engagement_id = $1 AND open_kind IS NOT NULL AND settled_at IS NULL AND waits_for = 'agency'
          ORDER BY due_at, id LIMIT 100`,
        [engagementId],
      );
      return rows.map(({ dueAt, ...message }) => ({ ...message, dueAt: new Date(dueAt).toISOString() }));
    });
  }
}

/** The latest that somebody has worked on, the latest first. */
const lastRunsOf = (runs: readonly DutyRun[], lineId: string): LastRunDto[] =>
  runs
    .filter((run) => run.lineId === lineId)
    .map((run) => {
      const worked = 'evidence' in run ? run : null;
      return {
        periodFrom: run.periodStartsOn,
        periodTo: run.periodEndsOn,
        status: run.status,
        quantity: worked?.quantity ?? null,
        minutes: worked?.minutes ?? null,
        quality: run.status === 'accepted' ? run.quality : null,
        evidence: [...(worked?.evidence ?? [])],
      };
    });
