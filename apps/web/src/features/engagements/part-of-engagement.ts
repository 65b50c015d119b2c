/** What a part of the view of an engagement is given. */
export interface PartOfEngagement {
  readonly engagementId: string;
  readonly isActive: boolean;
}
