import { IsString, IsUUID } from 'class-validator';
import { PartiesV1 } from './parties.shape.js';

/** Of an adopted suggestion: whose it is, and in which engagement. */
export class EffectOfSuggestionV1 extends PartiesV1 {
  @IsUUID() engagementId!: string;
  @IsString() suggestionId!: string;
}
