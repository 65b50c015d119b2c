import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { channelKinds } from './needs.dto.js';

export const channelSwitchStatusWords = ['agreed', 'declined', 'lapsed', 'proposed', 'withdrawn'] as const;

export class ProposeSwitchDto {
  /** The agreed channel that is given up. */
  @IsIn(channelKinds) from!: (typeof channelKinds)[number];

  /** The one in its place. */
  @IsIn(channelKinds) to!: (typeof channelKinds)[number];

  /** The first local date of the new one, in the zone of the agreement; tomorrow at the earliest. */
  @IsString() @Matches(/^\d{4}-\d{2}-\d{2}$/) startsOn!: string;
}

/** One channel in the place of another from a day on. */
export class ChannelSwitchDto {
  id!: string;
  engagementId!: string;
  status!: (typeof channelSwitchStatusWords)[number];
  from!: (typeof channelKinds)[number];
  to!: (typeof channelKinds)[number];
  startsOn!: string;
  /** The instant at which that day begins in the zone of the agreement. */
  startsAt!: string;
  proposedBy!: 'agency' | 'business';
  proposedAt!: string;
  closedAt!: string | null;
  version!: number;
}

export class ChannelSwitchPageDto {
  items!: ChannelSwitchDto[];
  next!: string | null;
}

export class ChannelSwitchQueryDto {
  /** Only those of a status. */
  @IsOptional() @IsIn(channelSwitchStatusWords) status?: (typeof channelSwitchStatusWords)[number];
}
