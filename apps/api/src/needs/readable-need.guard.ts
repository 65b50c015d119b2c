import { DomainError } from '#domain';
import { isUuid } from '#platform/database';
import { RequestContext } from '#platform/http';
import { type CanActivate, Injectable } from '@nestjs/common';
import { NeedStore } from './need.store.js';

/** A stream has answered 200 before its handler is done; so whether there is such a need is found out before. */
@Injectable()
export class ReadableNeedGuard implements CanActivate {
  constructor(private readonly needs: NeedStore) {}

  /** @throws DomainError `need.not-found` */
  async canActivate(): Promise<boolean> {
    const { actor, scope, request } = RequestContext.required();
    const { id } = request.params as { id: string };
    if (!isUuid(id)) throw new DomainError('request.invalid', { parameter: 'id', rule: 'isUuid' });
    if (actor === null) return false;
    await this.needs.load(scope, id);
    return true;
  }
}
