import { IsISO8601, IsUUID } from 'class-validator';
import { PartiesV1 } from '../parties.shape.js';

/** Somebody else does the work from now on: `assistantId`. */
export class EngagementAssistantReplacedV1 extends PartiesV1 {
  static readonly type = 'engagement.assistant-replaced.v1';

  @IsUUID() formerAssistantId!: string;
  @IsISO8601() replacedAt!: string;
}
