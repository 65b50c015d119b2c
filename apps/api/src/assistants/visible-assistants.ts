import { type Actor, administrators, agencyTeam, marketplace, type Role } from '#access';
import type { Assistant } from '#domain';
import { Injectable } from '@nestjs/common';
import { AssistantStore } from './assistant.store.js';
import { SearchPublished } from './search-published.js';

/** Who reads the whole of an agency's listings; administrators those of all agencies. */
export const readersOfAll: readonly Role[] = [...agencyTeam, 'agency.assessor', ...administrators];

/** A member who is an assistant, and nothing more in the agency, has to do with nobody's listing but their own. */
export const seesAllOrOwn = (actor: Actor, assistantId: string, allOf: readonly Role[]): boolean =>
  actor.roles.some((role) => allOf.includes(role)) || actor.assistantId === assistantId;

/** Assistants as somebody may see them: their agency's in whatever state, and all that are public. */
@Injectable()
export class VisibleAssistants {
  constructor(
    private readonly assistants: AssistantStore,
    private readonly published: SearchPublished,
  ) {}

  /** @throws DomainError `assistant.not-found` */
  async load(actor: Actor, id: string): Promise<Assistant> {
    const { state } = await this.assistants.load(marketplace, id);
    const isOfOwnAgency = actor.organisationKind === 'marketplace' || actor.organisationId === state.agencyId;
    if (!isOfOwnAgency || !seesAllOrOwn(actor, id, readersOfAll)) await this.published.one(id);
    return state;
  }
}
