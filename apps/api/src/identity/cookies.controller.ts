import { Access } from '#access';
import { IssueTokensDto } from '#contracts';
import { assertFromThePage, clearCookies, keepInCookies, Now, refreshTokenOfCookie } from '#platform/http';
import { Body, Controller, Delete, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiForbiddenResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EndSession } from './end-session.js';
import { IssueTokens } from './issue-tokens.js';
import { RefreshTokens } from './refresh-tokens.js';

/** The session of a page: the same tokens, in cookies that no script can read, for requests with the header `X-Ajudant-Page`. */
@ApiTags('auth')
@Controller('v1/auth/cookies')
@Access({ public: true })
export class CookiesController {
  constructor(private readonly commands: CommandBus) {}

  /** E-mail and password for a session that the browser keeps. */
  @Post()
  @HttpCode(204)
  @ApiForbiddenResponse()
  async signIn(
    @Body() body: IssueTokensDto,
    @Now() now: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    assertFromThePage(reply.request);
    const { email, password, organisationId = null } = body;
    keepInCookies(reply, await this.commands.execute(new IssueTokens({ email, password, organisationId, now })));
  }

  /** A new access token by the refresh token in its cookie, which changes as well. */
  @Post('refresh')
  @HttpCode(204)
  @ApiForbiddenResponse()
  async refresh(@Now() now: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const refreshToken = refreshTokenOfCookie(reply.request);
    keepInCookies(reply, await this.commands.execute(new RefreshTokens({ refreshToken, now })));
  }

  /** Ends the session and has the browser forget it. */
  @Delete()
  @HttpCode(204)
  @ApiForbiddenResponse()
  async signOut(@Now() now: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const refreshToken = refreshTokenOfCookie(reply.request);
    await this.commands.execute(new EndSession({ refreshToken, now }));
    clearCookies(reply);
  }
}
