import { IsString, Length } from 'class-validator';

/** Whoever closes an organisation says by her password that it is she. */
export class CloseOrganisationDto {
  @IsString() @Length(1, 200) password!: string;
}

/** What has to come to its end before an organisation can be closed: how many of each, 0 where there is none. */
export class OpenMattersDto {
  /** Engagements that go on. */
  engagement!: number;
  /** Agreements that wait for a party to accept them or a change of them. */
  agreement!: number;
  /** Bookings that are held or to come. */
  booking!: number;
  /** Work done that was not judged, or accepted and not invoiced, of engagements that ended in the last 90 days. */
  work!: number;
  /** Accounts in the marketplace's books that are not at zero. */
  money!: number;
}
