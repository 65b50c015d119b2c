import type { SuggestionRequest } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'suggestion_request' })
export class SuggestionRequestRow extends RowOfParties {
  @Column('uuid') needId!: string;
  @Column('text') status!: SuggestionRequest['status'];
  @Column('jsonb') state!: KeptState<SuggestionRequest>;
}
