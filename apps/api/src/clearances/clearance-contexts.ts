import type { Actor } from '#access';
import type { ClearanceContext, UserId } from '#domain';
import { clearanceTemplates } from '#knowledge/checklists';
import { Inject, Injectable } from '@nestjs/common';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';

@Injectable()
export class ClearanceContexts {
  constructor(@Inject(apiSettingsToken) private readonly settings: ApiSettings) {}

  /** The assessor is always whoever is signed in, so it is enough to know whether that is the assistant herself. */
  of(actor: Actor, assistantId: string): ClearanceContext {
    const assistantUserId = actor.assistantId === assistantId ? (actor.userId as UserId | null) : null;
    return { assistantUserId, maxValidMonths: this.settings.clearanceMonths, templates: clearanceTemplates };
  }
}
