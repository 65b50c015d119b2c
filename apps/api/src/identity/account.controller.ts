import { Access, type AccessRule, type Actor, scopeOf } from '#access';
import { ChangePasswordDto, DeleteAccountDto, SessionPageDto } from '#contracts';
import { DomainError } from '#domain';
import { byId, CurrentActor, LimitedAsSigningIn, Now, PageQuery, type PageRequest, UuidParam } from '#platform/http';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ChangePassword } from './change-password.js';
import { DeleteAccount } from './delete-account.js';
import { KnownSessionStore } from './known-session.store.js';
import { MemberStore } from './member.store.js';
import { SendCode } from './send-code.js';

/** What concerns a person herself; a key is none. */
const oneself: AccessRule = { roles: 'any', scope: null, unconfirmed: true };

@ApiTags('account')
@Controller('v1/account')
@Access(oneself)
export class AccountController {
  constructor(
    private readonly commands: CommandBus,
    private readonly sessions: KnownSessionStore,
    private readonly members: MemberStore,
  ) {}

  /** Sets another password, and ends all sessions but the one in hand. */
  @Post('password')
  @LimitedAsSigningIn()
  @HttpCode(204)
  changePassword(@CurrentActor() actor: Actor, @Body() body: ChangePasswordDto, @Now() now: string): Promise<void> {
    const { currentPassword, newPassword } = body;
    return this.commands.execute(new ChangePassword({ actor, currentPassword, newPassword, now }));
  }

  /** Sends another code to an address that isn't confirmed yet; at most five in an hour. */
  @Post('confirmation-mails')
  @HttpCode(202)
  sendConfirmation(@CurrentActor() { userId }: Actor, @Now() now: string): Promise<void> {
    if (userId === null) throw new DomainError('auth.forbidden');
    return this.commands.execute(new SendCode({ purpose: 'confirm-address', to: { userId }, now }));
  }

  /** Leaves the organisation in hand; its last owner hands over before, by giving somebody else that role. */
  @Delete('membership')
  @HttpCode(204)
  leave(@CurrentActor() actor: Actor, @Now() now: string): Promise<void> {
    if (actor.userId === null) throw new DomainError('auth.forbidden');
    return this.members.remove(scopeOf(actor), { organisationId: actor.organisationId, userId: actor.userId, now });
  }

  /**
   * Deletes oneself: all memberships end, and address, name and password go. Refused while one is the last owner of an
   * organisation.
   */
  @Post('deletion')
  @LimitedAsSigningIn()
  @HttpCode(204)
  delete(@CurrentActor() actor: Actor, @Body() { password }: DeleteAccountDto, @Now() now: string): Promise<void> {
    return this.commands.execute(new DeleteAccount({ actor, password, now }));
  }

  /** Where one is signed in, in whichever organisation. */
  @Get('sessions')
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest, @Now() now: string): Promise<SessionPageDto> {
    return byId.page(
      page,
      (after, limit) => this.sessions.list(actor.userId, now, limit, after?.id ?? null),
      (session) => ({
        ...session,
        beganAt: session.beganAt.toISOString(),
        lastUsedAt: session.lastUsedAt.toISOString(),
        isCurrent: session.id === actor.sessionId,
      }),
    );
  }

  /** Ends a session; its tokens stop working at once. */
  @Delete('sessions/:id')
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @UuidParam() id: string, @Now() now: string): Promise<void> {
    return this.sessions.end(actor.userId, id, now);
  }

  /** Ends all sessions but the one in hand. */
  @Delete('sessions')
  @HttpCode(204)
  endOthers(@CurrentActor() actor: Actor, @Now() now: string): Promise<void> {
    return this.sessions.endOthers(actor.userId, actor.sessionId, now);
  }
}
