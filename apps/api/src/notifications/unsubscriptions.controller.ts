import { Access } from '#access';
import { FormBody } from '#platform/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PreferenceStore } from './preference.store.js';
import { UnsubscribeTokens } from './unsubscribe-tokens.js';

@ApiTags('notifications')
@Controller('v1/unsubscriptions')
@Access({ public: true })
export class UnsubscriptionsController {
  constructor(
    private readonly tokens: UnsubscribeTokens,
    private readonly preferences: PreferenceStore,
  ) {}

  /**
   * Wants no more mail about what a mail was about. Mail programs send this for their reader with one click: the address stands
   * in the header `List-Unsubscribe`, and the body is `List-Unsubscribe=One-Click` (RFC 8058). Following a link changes nothing.
   */
  @Post(':token')
  @HttpCode(204)
  unsubscribe(@Param('token') token: string, @FormBody() _oneClick: string): Promise<void> {
    return this.preferences.unsubscribe(this.tokens.read(token));
  }
}
