import { marketplace } from '#access';
import { DueSweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { RiskAssessment } from './risk-assessment.js';

const plan = { name: 'settling what absences put at risk', everySeconds: 60, atMost: 200 } as const;

/** Assistants who are back. */
const back = `SELECT DISTINCT assistant_id AS "assistantId" FROM api.booking
    WHERE at_risk AND status = 'confirmed' AND state->'risk'->'reasons' ? 'absent'
      AND NOT EXISTS (
        SELECT FROM api.absence WHERE absence.assistant_id = booking.assistant_id AND absence.status = 'reported'
           AND (ends_at IS NULL OR ends_at > $1))
    LIMIT $2`;

/** Nothing happens when an absence runs out, so nobody would look at what it had put at risk. */
@Injectable()
export class AbsencesOver extends DueSweep<{ assistantId: string }> {
  constructor(
    database: ApiDatabase,
    private readonly risks: RiskAssessment,
  ) {
    super(plan, (now, atMost) => database.transaction(marketplace, (tx) => tx.query(back, [now, atMost])));
  }

  protected override settle(one: { assistantId: string }): Promise<unknown> {
    return this.risks.assess(one);
  }
}
