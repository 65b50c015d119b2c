/** Who asks, as the service sees it. */
export class MeDto {
  /** Null for an API key, which is nobody's. */
  userId!: string | null;
  displayName!: string | null;
  email!: string | null;
  organisationId!: string;
  organisationKind!: 'agency' | 'business' | 'marketplace';
  /** Null for the marketplace itself. */
  organisationName!: string | null;
  roles!: string[];
  /** The assistant that the person is; null for everybody else. */
  assistantId!: string | null;
}

/** Somebody of the demo data, whom anybody may sign in as. */
export class DemoPersonDto {
  role!: 'administrator' | 'agency' | 'assistant' | 'business';
  /** Of the organisation, or of the person. */
  name!: string;
  email!: string;
  password!: string;
}

export class DemoPeopleDto {
  /** None where there is no demo data. */
  items!: DemoPersonDto[];
}
