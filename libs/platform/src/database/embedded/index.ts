/** Apart from the rest of the database: it is started while the rest is loaded. */
export { EmbeddedDatabase, stopAbandoned } from './embedded-database.js';
