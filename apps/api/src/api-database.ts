import { Database } from '#platform/database';

/** The api's own database, as its providers ask for it. */
export abstract class ApiDatabase extends Database {}
