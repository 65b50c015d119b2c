import { IsUUID } from 'class-validator';

/** Whom it concerns: the two sides, and the assistant whose work it is about. */
export class PartiesV1 {
  @IsUUID() businessId!: string;
  @IsUUID() agencyId!: string;
  @IsUUID() assistantId!: string;
}
