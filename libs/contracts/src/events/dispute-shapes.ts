import { IsIn, IsUUID } from 'class-validator';
import { PartiesV1 } from './parties.shape.js';

/** What all events of a dispute say: what it is about, and who opened it. What the two sides say stays at home. */
export class DisputeOfV1 extends PartiesV1 {
  /** The engagement, which has the id of its agreement. */
  @IsUUID() engagementId!: string;
  @IsIn(['duty-run', 'time-entry', 'invoice']) subjectKind!: 'duty-run' | 'time-entry' | 'invoice';
  @IsUUID() subjectId!: string;
  @IsIn(['agency', 'business']) openedBy!: 'agency' | 'business';
}
