import type { Actor } from '#access';
import { DomainError } from '#domain';
import { isUuid } from '#platform/database';
import { RequestContext } from '#platform/http';
import { type CanActivate, Injectable } from '@nestjs/common';
import { TalkingEngagements } from './talking-engagements.js';

/** A stream has answered 200 before its handler is done; so whether there is such an engagement is found out before. */
@Injectable()
export class TalkingGuard implements CanActivate {
  constructor(private readonly talking: TalkingEngagements) {}

  /** @throws DomainError `engagement.not-found` */
  async canActivate(): Promise<boolean> {
    const { actor, request } = RequestContext.required();
    const { id } = request.params as { id: string };
    if (!isUuid(id)) throw new DomainError('request.invalid', { parameter: 'id', rule: 'isUuid' });
    if (actor === null) return false;
    await this.talking.of(actor as Actor, id);
    return true;
  }
}
