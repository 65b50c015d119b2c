import { type Business, type BusinessFact, type BusinessId, evolveBusiness } from '#domain';
import { AggregateStore, type Database } from '#platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { apiDatabase } from '../api-database.js';
import { businessEvent } from './business.events.js';
import { BusinessRow } from './business.row.js';

@Injectable()
export class BusinessStore extends AggregateStore<Business, BusinessFact, BusinessRow> {
  protected readonly entity = BusinessRow;
  protected readonly aggregateType = 'business';
  protected readonly evolve = evolveBusiness;
  protected readonly toEvent = businessEvent;

  constructor(@Inject(apiDatabase) database: Database) {
    super(database);
  }

  protected toState({ id, version: _version, registeredAt, ...details }: BusinessRow): Business {
    return { ...details, businessId: id as BusinessId, registeredAt: registeredAt.toISOString() };
  }

  protected toRow({
    businessId: _businessId,
    registeredAt,
    ...details
  }: Business): Omit<BusinessRow, 'id' | 'version'> {
    return { ...details, registeredAt: new Date(registeredAt) };
  }
}
