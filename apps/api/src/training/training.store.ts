import { marketplace } from '#access';
import {
  dayMs,
  demand,
  evolveTraining,
  instantMs,
  instantOf,
  isUpToDate,
  reminderDays,
  type Training,
  type TrainingCourse,
  trainingDays,
  type TrainingFact,
} from '#domain';
import { type Scope, StateSchema, type Versioned } from '#platform/database';
import { Injectable } from '@nestjs/common';
import type { Refusals } from '../api-store.js';
import { type ColumnsOf, StateStore } from '../state-store.js';
import { trainingEvent } from './training.events.js';
import { TrainingRow } from './training.row.js';

/** Version 2 says which reminder was sent; before, there were none. */
const schema = new StateSchema<Training>('training', [
  (kept) => (kept['status'] === 'assigned' ? { ...kept, remindedDays: null } : kept),
]);

@Injectable()
export class TrainingStore extends StateStore<Training, TrainingFact, TrainingRow> {
  protected readonly kind = { noun: 'training', row: TrainingRow, evolve: evolveTraining, toEvent: trainingEvent };
  protected override readonly schema = schema;
  protected override readonly owners = ['agencyId'] as const;
  /** The assistant has one. */
  protected override readonly refusals: Refusals = { training_assistant_id_key: ['training.already-assigned'] };

  /** The training that an assistant has; null where the scope sees none. */
  async findOfAssistant(scope: Scope, assistantId: string): Promise<Versioned<Training> | null> {
    const [row] = await this.database.transaction(scope, (tx) =>
      tx.manager.find(TrainingRow, { where: { assistantId }, take: 1 }),
    );
    return row === undefined ? null : { state: this.toState(row), version: row.version };
  }

  /** The training that an assistant has. @throws DomainError `training.not-found` */
  async ofAssistant(scope: Scope, assistantId: string): Promise<Versioned<Training>> {
    const training = await this.findOfAssistant(scope, assistantId);
    demand(training !== null, 'training.not-found');
    return training;
  }

  /** The same, whoever asks; null where she has none. */
  async find(assistantId: string): Promise<Training | null> {
    const [row] = await this.database.transaction(marketplace, (tx) =>
      tx.manager.find(TrainingRow, { where: { assistantId }, take: 1 }),
    );
    return row ? this.toState(row) : null;
  }

  /** When an assistant finished that course, whoever asks; null where she hasn't, or finished another one. */
  async doneAt(assistantId: string, { jurisdiction, version }: TrainingCourse): Promise<string | null> {
    const training = await this.find(assistantId);
    if (training?.status !== 'done' || !isUpToDate(training, { jurisdiction, version })) return null;
    return training.doneAt;
  }

  /** Trainings of a course of before, or of another one than holds where the assistant works now. */
  async outOfDate(courses: readonly TrainingCourse[], limit: number): Promise<string[]> {
    const versions = Object.fromEntries(courses.map(({ jurisdiction, version }) => [jurisdiction, version]));
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT training.id FROM api.training JOIN api.assistant ON assistant.id = training.assistant_id
          WHERE training.course_version <> ($1::jsonb ->> training.jurisdiction)::int
             OR training.jurisdiction <> CASE assistant.country_code
                  WHEN 'GB' THEN 'uk' WHEN 'ES' THEN 'es' WHEN 'US' THEN 'us' ELSE 'eu' END
          ORDER BY training.id LIMIT $2`,
        [JSON.stringify(versions), limit],
      ),
    );
    return rows.map(({ id }) => id);
  }

  /** Trainings that are to be done soon, and have a reminder due of it. */
  async toRemindOf(now: string, limit: number): Promise<string[]> {
    const assignedBy = reminderDays.map((days) => instantOf(instantMs(now) - (trainingDays - days) * dayMs));
    const rows = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM api.training
          WHERE status = 'assigned' AND EXISTS (
            SELECT FROM unnest($1::int[], $2::timestamptz[]) AS reminder (days, assigned_by)
              WHERE (state ->> 'assignedAt')::timestamptz <= assigned_by
                AND coalesce((state ->> 'remindedDays')::int > days, true))
          ORDER BY id LIMIT $3`,
        [[...reminderDays], assignedBy, limit],
      ),
    );
    return rows.map(({ id }) => id);
  }

  protected columnsOf(training: Training): ColumnsOf<TrainingRow> {
    const { assistantId, agencyId, status, jurisdiction, courseVersion } = training;
    return { assistantId, agencyId, status, jurisdiction, courseVersion };
  }
}
