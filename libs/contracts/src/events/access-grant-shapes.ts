import { IsUUID } from 'class-validator';
import { PartiesV1 } from './parties.shape.js';

/** What all events of given access say: whose engagement it is for. To what it is given stays at home. */
export class AccessGrantOfV1 extends PartiesV1 {
  /** The engagement, which has the id of its agreement. */
  @IsUUID() engagementId!: string;
}
