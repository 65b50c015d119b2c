import { DomainError } from '#domain';
import { isUuid } from '#platform/database';
import { RequestContext } from '#platform/http';
import { type CanActivate, Injectable } from '@nestjs/common';
import { TaxPackStore } from './tax-pack.store.js';

/** A stream has answered 200 before its handler is done; so whether there is such a pack is found out before. */
@Injectable()
export class ReadableTaxPackGuard implements CanActivate {
  constructor(private readonly packs: TaxPackStore) {}

  /** @throws DomainError `tax-pack.not-found` */
  async canActivate(): Promise<boolean> {
    const { actor, scope, request } = RequestContext.required();
    const { id } = request.params as { id: string };
    if (!isUuid(id)) throw new DomainError('request.invalid', { parameter: 'id', rule: 'isUuid' });
    if (actor === null) return false;
    await this.packs.one(scope, id);
    return true;
  }
}
