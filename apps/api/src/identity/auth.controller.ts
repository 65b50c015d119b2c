import { Access } from '#access';
import { IssueTokensDto, RefreshTokensDto, TokensDto } from '#contracts';
import { Now } from '#platform/http';
import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { EndSession } from './end-session.js';
import { IssueTokens } from './issue-tokens.js';
import { RefreshTokens } from './refresh-tokens.js';

@ApiTags('auth')
@Controller('v1/auth/tokens')
@Access({ public: true })
export class AuthController {
  constructor(private readonly commands: CommandBus) {}

  /** E-mail and password for an access token and a refresh token. */
  @Post()
  issue(@Body() body: IssueTokensDto, @Now() now: string): Promise<TokensDto> {
    const { email, password, organisationId = null } = body;
    return this.commands.execute(new IssueTokens({ email, password, organisationId, now }));
  }

  /** A refresh token for a new pair; each refresh token works once, but for a client that asks again within ten seconds. */
  @Post('refresh')
  refresh(@Body() { refreshToken }: RefreshTokensDto, @Now() now: string): Promise<TokensDto> {
    return this.commands.execute(new RefreshTokens({ refreshToken, now }));
  }

  /** Ends the session that the refresh token belongs to. */
  @Delete()
  @HttpCode(204)
  end(@Body() { refreshToken }: RefreshTokensDto, @Now() now: string): Promise<void> {
    return this.commands.execute(new EndSession({ refreshToken, now }));
  }
}
