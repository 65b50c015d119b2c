import { IsUUID } from 'class-validator';
import { PartiesV1 } from './parties.shape.js';

/** Which message of which conversation; what it says stays at home. */
export class MessageOfConversationV1 extends PartiesV1 {
  @IsUUID() engagementId!: string;
  @IsUUID() threadId!: string;
}
