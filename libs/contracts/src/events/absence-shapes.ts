import { IsUUID } from 'class-validator';

/** What all events of an absence say: who is away. Why, nobody is told; for whom else she works, neither. */
export class AbsenceOfV1 {
  @IsUUID() agencyId!: string;
  @IsUUID() assistantId!: string;
}
