import { IsIn, IsISO8601, IsUUID, Matches } from 'class-validator';
import { PartiesV1 } from './parties.shape.js';

const channels = ['email', 'chat', 'phone', 'video', 'helpdesk', 'project-board'] as const;

/** Which channel takes the place of which one, and when. */
export class SwitchOfChannelsV1 extends PartiesV1 {
  @IsUUID() engagementId!: string;
  @IsIn(channels) from!: (typeof channels)[number];
  @IsIn(channels) to!: (typeof channels)[number];
  @Matches(/^\d{4}-\d{2}-\d{2}$/) startsOn!: string;
  @IsISO8601() startsAt!: string;
  @IsIn(['agency', 'business']) proposedBy!: 'agency' | 'business';
}
