import { IsIn, IsString } from 'class-validator';

/** An event that had been put aside was handled after all. */
export class MessageReplayedV1 {
  static readonly type = 'message.replayed.v1';

  @IsIn(['api', 'matcher'])
  service!: string;

  @IsString()
  consumer!: string;
}
