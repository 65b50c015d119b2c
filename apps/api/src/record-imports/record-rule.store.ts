import type { RecordRuleDto } from '#contracts';
import { demand } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';

const maxRules = 500;

/** Rules of businesses, in the order in which they were made, which is the one in which they are tried. */
@Injectable()
export class RecordRuleStore {
  constructor(private readonly database: ApiDatabase) {}

  of(scope: Scope, businessId: string): Promise<RecordRuleDto[]> {
    return this.database.read(scope, (tx) =>
      tx.query<RecordRuleDto>(
        'SELECT id, kind, contains, category FROM api.record_rule WHERE business_id = $1 ORDER BY id',
        [businessId],
      ),
    );
  }

  /** @throws DomainError `record-rule.too-many` */
  async add(tx: Transaction, businessId: string, rule: Omit<RecordRuleDto, 'id'>, now: string): Promise<RecordRuleDto> {
    const known = await tx.count('api.record_rule WHERE business_id = $1', [businessId]);
    demand(known < maxRules, 'record-rule.too-many', { atMost: maxRules });
    const made = { id: uuidv7(), kind: rule.kind, contains: rule.contains, category: rule.category };
    await tx.execute(
      'INSERT INTO api.record_rule (id, business_id, kind, contains, category, made_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [made.id, businessId, made.kind, made.contains, made.category, now],
    );
    return made;
  }

  /** @throws DomainError `record-rule.not-found` */
  async remove(scope: Scope, id: string): Promise<void> {
    const removed = await this.database.transaction(scope, (tx) =>
      tx.execute('DELETE FROM api.record_rule WHERE id = $1', [id]),
    );
    demand(removed === 1, 'record-rule.not-found');
  }
}
