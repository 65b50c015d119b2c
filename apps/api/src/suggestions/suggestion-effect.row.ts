import type { EffectVerdict, SuggestionEffect } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'suggestion_effect' })
export class SuggestionEffectRow extends RowOfParties {
  @Column('uuid') engagementId!: string;
  @Column('text') suggestionId!: string;
  @Column('uuid') assistantId!: string;
  @Column('text') status!: SuggestionEffect['status'];
  @Column('timestamptz') dueAt!: Date;
  @Column('text', { nullable: true }) verdict!: EffectVerdict | null;
  @Column('jsonb') state!: KeptState<SuggestionEffect>;
}
