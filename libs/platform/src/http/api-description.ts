/** What the document of an application's API says of it as a whole; a module of the application provides it under this token. */
export abstract class ApiDescription {
  abstract readonly title: string;
  abstract readonly description: string;
}
