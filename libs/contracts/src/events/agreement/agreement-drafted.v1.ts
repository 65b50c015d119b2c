import { IsHash, IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { PartiesV1 } from '../parties.shape.js';

/** The first version of an outline of responsibilities was written. */
export class AgreementDraftedV1 extends PartiesV1 {
  static readonly type = 'agreement.drafted.v1';

  @IsUUID() needId!: string;

  /** Null for an instant agreement with a listing. */
  @IsOptional() @IsUUID() proposalId!: string | null;

  /** SHA-256 (hexadecimal) of the canonical terms. */
  @IsHash('sha256') contentHash!: string;
  @IsISO8601() draftedAt!: string;
}
