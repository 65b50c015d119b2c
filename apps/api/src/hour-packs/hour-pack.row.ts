import type { HourPack } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'hour_pack' })
export class HourPackRow extends RowOfParties {
  @Column('uuid') engagementId!: string;
  @Column('uuid') assistantId!: string;
  @Column('text') lineId!: string;
  @Column('timestamptz') startsAt!: Date;
  @Column('timestamptz') endsAt!: Date;
  @Column('int') minutes!: number;
  @Column('int') refundedMinutes!: number;
  @Column('uuid', { nullable: true }) invoiceId!: string | null;
  @Column('jsonb') state!: KeptState<HourPack>;
}
