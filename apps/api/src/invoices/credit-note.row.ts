import type { CreditNote } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'credit_note' })
export class CreditNoteRow extends RowOfParties {
  @Column('uuid') invoiceId!: string;
  @Column('uuid') engagementId!: string;

  /** Unique per agency. */
  @Column('text') number!: string;
  @Column('timestamptz') issuedAt!: Date;
  @Column('bigint') totalMinor!: string;
  @Column('jsonb') state!: KeptState<CreditNote>;
}
