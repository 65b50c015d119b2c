import { IsUUID } from 'class-validator';
import { PartiesV1 } from './parties.shape.js';

/** What all events of a substitution say: who can't, and who would do it. */
export class SubstitutionOfV1 extends PartiesV1 {
  /** The engagement, which has the id of its agreement. */
  @IsUUID() engagementId!: string;
  @IsUUID() substituteId!: string;
}
