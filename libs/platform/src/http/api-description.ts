/** What the document of an application's API says of it as a whole; a module of the application provides it under this token. */
export abstract class ApiDescription {
  abstract readonly title: string;
  abstract readonly description: string;
  /** Who answers for it. */
  readonly contact?: { readonly name: string; readonly url?: string };
  /** What each part of it is about, by the tag that its operations have. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Bodies that work when they are sent, by method and path, as in `POST /v1/parcels`. */
  readonly examples?: Readonly<Record<string, unknown>>;
}
