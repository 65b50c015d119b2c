import type { ChannelSwitch } from '#domain';
import type { KeptState } from '#platform/database';
import { Column, Entity } from 'typeorm';
import { RowOfParties } from '../row-columns.js';

@Entity({ schema: 'api', name: 'channel_switch' })
export class ChannelSwitchRow extends RowOfParties {
  @Column('uuid') engagementId!: string;
  @Column('uuid') assistantId!: string;
  @Column('text') status!: ChannelSwitch['status'];
  @Column('timestamptz') startsAt!: Date;
  @Column('jsonb') state!: KeptState<ChannelSwitch>;
}
