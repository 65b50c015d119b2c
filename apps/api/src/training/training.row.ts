import type { Jurisdiction, Training } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { KeptRow } from '../row-columns.js';

@Entity({ schema: 'api', name: 'training' })
export class TrainingRow extends KeptRow {
  @Column('uuid') assistantId!: string;
  @Column('uuid') agencyId!: string;
  @Column('text') status!: Training['status'];
  @Column('text') jurisdiction!: Jurisdiction;
  @Column('int') courseVersion!: number;
  @Column('jsonb') state!: KeptState<Training>;
}
