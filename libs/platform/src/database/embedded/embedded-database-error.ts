import { StartFailure } from '../../processes/index.js';

/** Why the embedded database can't be used, in one line for whoever starts Ajudant. */
export class EmbeddedDatabaseError extends StartFailure {
  constructor(message: string) {
    super(message);
    this.name = 'EmbeddedDatabaseError';
  }
}
