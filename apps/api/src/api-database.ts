import { databaseToken } from '#platform/database';

/** Injection token of the api's own database. */
export const apiDatabase = databaseToken('api');
