import type { AccessRule, Actor } from '#access';
import { NotificationPreferencesDto } from '#contracts';
import type { NotificationPreferences } from '#domain';
import type { Versioned } from '#platform/database';
import { Reading, Replacement } from '#platform/endpoints';
import { type Answer, CurrentActor, IfMatch, versioned } from '#platform/http';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { personOf } from './person-of.js';
import { PreferenceStore } from './preference.store.js';

const oneself: AccessRule = { roles: 'any', scope: null, unconfirmed: true };

@ApiTags('notifications')
@Controller('v1/account/notification-preferences')
export class NotificationPreferencesController {
  constructor(private readonly preferences: PreferenceStore) {}

  /** How one is told, and in which language. */
  @Reading('', oneself, NotificationPreferencesDto)
  async read(@CurrentActor() actor: Actor): Promise<Answer<NotificationPreferencesDto>> {
    return answer(await this.preferences.load(personOf(actor).userId));
  }

  /** Wants to be told otherwise from now on. */
  @Replacement('', oneself, NotificationPreferencesDto)
  async replace(
    @CurrentActor() actor: Actor,
    @Body() { language, timeZone = null, mail }: NotificationPreferencesDto,
    @IfMatch() expectedVersion: number | null,
  ): Promise<Answer<NotificationPreferencesDto>> {
    const { userId } = personOf(actor);
    return answer(await this.preferences.replace(userId, { language, timeZone, mail }, expectedVersion));
  }
}

const answer = ({ state, version }: Versioned<NotificationPreferences>): Answer<NotificationPreferencesDto> =>
  versioned({ ...state }, version);
