import { IsOptional, IsUUID } from 'class-validator';

/** Whose entry it is, and who filed it; nothing of what it says. */
export abstract class RecordOfV1 {
  @IsUUID() businessId!: string;
  /** Null for what the business filed itself. */
  @IsOptional() @IsUUID() agencyId!: string | null;
  /** Null for what the business filed itself. */
  @IsOptional() @IsUUID() engagementId!: string | null;
  /** Null for what the business filed itself. */
  @IsOptional() @IsUUID() assistantId!: string | null;
}
