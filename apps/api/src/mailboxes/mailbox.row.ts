import type { Mailbox, MailboxStatus } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { KeptRow } from '../row-columns.js';

@Entity({ schema: 'api', name: 'mailbox' })
export class MailboxRow extends KeptRow {
  @Column('uuid') businessId!: string;
  @Column('text') status!: MailboxStatus;
  @Column('jsonb') state!: KeptState<Mailbox>;
}
