import { scopeOf } from '#access';
import type { RuleApplicationDto } from '#contracts';
import { categoryByRules, localDate } from '#domain';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { lockBooks, RecordBooksStore } from '../records/record-books.store.js';
import { UncategorisedRecords } from '../records/uncategorised-records.js';
import { RecordRuleStore } from './record-rule.store.js';

export class ApplyRules extends commandOf<Call & { isPreview: boolean }, RuleApplicationDto>() {}

const mostTold = 100;
/** How far back entries are looked at. */
const yearsBack = 2;

/** Gives entries without a category the one that a rule says; those of closed months stay as they are. */
@CommandHandler(ApplyRules)
export class ApplyRulesHandler implements ICommandHandler<ApplyRules> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly books: RecordBooksStore,
    private readonly uncategorised: UncategorisedRecords,
    private readonly rules: RecordRuleStore,
  ) {}

  async execute({ actor, isPreview, now }: ApplyRules): Promise<RuleApplicationDto> {
    const [scope, businessId] = [scopeOf(actor), actor.organisationId];
    const { timeZone } = await this.books.of(businessId);
    const today = localDate(now, timeZone);
    const from = `${Number(today.slice(0, 4)) - yearsBack}-01-01`;
    return this.database.transaction(scope, async (tx) => {
      await lockBooks(tx, businessId);
      const rules = await this.rules.of(scope, businessId);
      const told: RuleApplicationDto['items'] = [];
      let changed = 0;
      for await (const entries of this.uncategorised.portions(tx, businessId, from)) {
        const ruled = entries.flatMap((entry) => {
          const category = categoryByRules(entry, rules);
          return category === null ? [] : [{ recordId: entry.id, description: entry.description, category }];
        });
        changed += ruled.length;
        told.push(...ruled.slice(0, mostTold - told.length));
        if (!isPreview) await this.uncategorised.categorise(tx, ruled, now);
      }
      return { isPreview, changed, items: told };
    });
  }
}
