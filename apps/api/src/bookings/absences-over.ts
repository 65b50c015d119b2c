import { marketplace } from '#access';
import { Clock } from '#platform/clock';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { RiskAssessment } from './risk-assessment.js';

const plan = { name: 'settling what absences put at risk', everySeconds: 60, atMost: 200 } as const;

/** Nothing happens when an absence runs out, so nobody would look at what it had put at risk. */
@Injectable()
export class AbsencesOver extends Sweep {
  constructor(
    private readonly database: ApiDatabase,
    private readonly risks: RiskAssessment,
    clock: Clock,
  ) {
    super(plan, clock);
  }

  /** Assistants who are back, at most 200 at a time; returns how many there were. */
  override async sweep(now: string): Promise<number> {
    const back = await this.database.transaction(marketplace, (tx) =>
      tx.query<{ assistantId: string }>(
        `SELECT DISTINCT assistant_id AS "assistantId" FROM api.booking
          WHERE at_risk AND status = 'confirmed' AND state->'risk'->'reasons' ? 'absent'
            AND NOT EXISTS (
              SELECT FROM api.absence WHERE absence.assistant_id = booking.assistant_id AND absence.status = 'reported'
                 AND (ends_at IS NULL OR ends_at > $1))
          LIMIT $2`,
        [now, plan.atMost],
      ),
    );
    for (const { assistantId } of back) await this.risks.assess({ assistantId });
    return back.length;
  }
}
