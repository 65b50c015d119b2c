/** The only place that reads the time of day; a test hands the application another one. */
export class Clock {
  /** The present instant, ISO 8601 UTC with milliseconds. */
  now(): string {
    return new Date().toISOString();
  }
}
