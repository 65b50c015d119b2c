import { Access } from '#access';
import {
  AskPasswordResetDto,
  ConfirmAddressDto,
  IssueTokensDto,
  RefreshTokensDto,
  ResetPasswordDto,
  TokensDto,
} from '#contracts';
import { Now } from '#platform/http';
import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ConfirmAddress } from './confirm-address.js';
import { EndSession } from './end-session.js';
import { IssueTokens } from './issue-tokens.js';
import { RefreshTokens } from './refresh-tokens.js';
import { ResetPassword } from './reset-password.js';
import { SendCode } from './send-code.js';

@ApiTags('auth')
@Controller('v1/auth')
@Access({ public: true })
export class AuthController {
  constructor(private readonly commands: CommandBus) {}

  /** E-mail and password for an access token and a refresh token. */
  @Post('tokens')
  issue(@Body() body: IssueTokensDto, @Now() now: string): Promise<TokensDto> {
    const { email, password, organisationId = null } = body;
    return this.commands.execute(new IssueTokens({ email, password, organisationId, now }));
  }

  /** A refresh token for a new pair; each refresh token works once, but for a client that asks again within ten seconds. */
  @Post('tokens/refresh')
  refresh(@Body() { refreshToken }: RefreshTokensDto, @Now() now: string): Promise<TokensDto> {
    return this.commands.execute(new RefreshTokens({ refreshToken, now }));
  }

  /** Ends the session that the refresh token belongs to. */
  @Delete('tokens')
  @HttpCode(204)
  end(@Body() { refreshToken }: RefreshTokensDto, @Now() now: string): Promise<void> {
    return this.commands.execute(new EndSession({ refreshToken, now }));
  }

  /** Confirms an address by the code that was sent to it. */
  @Post('confirmations')
  @HttpCode(204)
  confirm(@Body() { code }: ConfirmAddressDto, @Now() now: string): Promise<void> {
    return this.commands.execute(new ConfirmAddress({ code, now }));
  }

  /** Sends a code by which a new password can be set, if the address has an account; the answer doesn't say whether it has. */
  @Post('password-resets')
  @HttpCode(202)
  askReset(@Body() { email }: AskPasswordResetDto, @Now() now: string): Promise<void> {
    return this.commands.execute(new SendCode({ purpose: 'reset-password', to: { email }, now }));
  }

  /** Sets a new password by the code that was sent, and ends all sessions. */
  @Post('password-resets/completions')
  @HttpCode(204)
  reset(@Body() { code, password }: ResetPasswordDto, @Now() now: string): Promise<void> {
    return this.commands.execute(new ResetPassword({ code, password, now }));
  }
}
