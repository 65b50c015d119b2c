import { createDataSource } from '#platform/database';
import type { DataSource } from 'typeorm';
import { AgencyRow } from './agencies/agency.row.js';
import { BusinessRow } from './businesses/business.row.js';
import { Identity1795390000000 } from './migrations/1795390000000-identity.js';
import { Agencies1795390001000 } from './migrations/1795390001000-agencies.js';
import { Businesses1795390002000 } from './migrations/1795390002000-businesses.js';

/** Oldest first; a migration that has run somewhere never changes. */
export const apiMigrations = [Identity1795390000000, Agencies1795390001000, Businesses1795390002000];

const apiRows = [AgencyRow, BusinessRow];

/** The api's pool, as the role that owns nothing. */
export const apiDataSource = (url: string, poolSize: number): DataSource =>
  createDataSource({ schema: 'api', url, entities: apiRows, poolSize, as: 'app' });
