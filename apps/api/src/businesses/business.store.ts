import { type Business, type BusinessFact, type BusinessId, evolveBusiness } from '#domain';
import { Injectable } from '@nestjs/common';
import { ApiStore } from '../api-store.js';
import { businessEvent } from './business.events.js';
import { BusinessRow } from './business.row.js';

@Injectable()
export class BusinessStore extends ApiStore<Business, BusinessFact, BusinessRow> {
  protected readonly kind = { noun: 'business', row: BusinessRow, evolve: evolveBusiness, toEvent: businessEvent };
  protected override readonly owners = ['id'] as const;

  protected toState({ id, version: _version, registeredAt, closedAt, ...details }: BusinessRow): Business {
    return {
      ...details,
      businessId: id as BusinessId,
      registeredAt: registeredAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
    };
  }

  protected toRow({
    businessId: _businessId,
    registeredAt,
    closedAt,
    ...details
  }: Business): Omit<BusinessRow, 'id' | 'version'> {
    return {
      ...details,
      registeredAt: new Date(registeredAt),
      closedAt: closedAt === null ? null : new Date(closedAt),
    };
  }
}
