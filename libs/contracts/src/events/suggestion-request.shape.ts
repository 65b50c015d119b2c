import { IsUUID } from 'class-validator';

/** Whom a request for suggestions is between, and what it is about. */
export class RequestForSuggestionsV1 {
  @IsUUID() needId!: string;
  @IsUUID() businessId!: string;
  @IsUUID() agencyId!: string;
}
