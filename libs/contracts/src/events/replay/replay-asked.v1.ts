import { IsIn, IsString, IsUUID } from 'class-validator';

/** An administrator asks a service to handle again what waits of an aggregate. */
export class ReplayAskedV1 {
  static readonly type = 'replay.asked.v1';

  @IsIn(['api', 'matcher']) service!: string;
  @IsString() consumer!: string;
  @IsString() aggregateType!: string;
  @IsUUID() aggregateId!: string;
}
