import { Access, type Actor, scopeOf } from '#access';
import { AcceptInvitationDto, InvitationDto, InviteMemberDto, MemberDto, MemberPageDto } from '#contracts';
import {
  CurrentActor,
  decodeCursor,
  encodeCursor,
  Idempotent,
  Now,
  pageOf,
  PageQuery,
  type PageRequest,
  UuidParam,
} from '#platform/http';
import { hashSecret } from '#platform/security';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AcceptInvitation } from './accept-invitation.js';
import { type InvitedPerson, InvitedPersons } from './invited-person.js';
import { InviteMember } from './invite-member.js';
import { MemberStore } from './member.store.js';

const owners = ['agency.owner', 'business.owner'] as const;

@ApiTags('members')
@Controller('v1')
export class MembersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly persons: InvitedPersons,
    private readonly members: MemberStore,
  ) {}

  /** Invites a colleague, an accountant, a coordinator, an assessor or an assistant into one's own organisation. */
  @Post('invitations')
  @Idempotent({ secretAnswer: true })
  @Access({ roles: [...owners], scope: 'members:write' })
  invite(@CurrentActor() actor: Actor, @Body() body: InviteMemberDto, @Now() now: string): Promise<InvitationDto> {
    return this.commands.execute(new InviteMember(actor, body.email, body.roles, body.assistantId ?? null, now));
  }

  /** Joins the organisation that invited. */
  @Post('invitations/acceptances')
  // Whoever holds the token is the one who accepts, from whichever address the request is sent again.
  @Idempotent({
    required: false,
    principalOf: ({ body }) => `invitation:${hashSecret((body as AcceptInvitationDto).token)}`,
    before: (controller: MembersController, body: AcceptInvitationDto, now: string) =>
      controller.persons.prove(body, now),
  })
  @Access({ public: true })
  accept(@Body() body: AcceptInvitationDto, @Now() now: string, person: InvitedPerson): Promise<MemberDto> {
    return this.commands.execute(new AcceptInvitation(body.token, body.displayName, person, now));
  }

  /** Who belongs to one's own organisation. */
  @Get('members')
  @Access({ roles: [...owners, 'agency.coordinator', 'business.colleague'], scope: 'members:read' })
  async list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<MemberPageDto> {
    const after = page.after === null ? null : decodeCursor<{ userId: string }>(page.after, { userId: 'uuid' }).userId;
    const rows = await this.members.list(scopeOf(actor), actor.organisationId, page.limit + 1, after);
    return pageOf(
      rows,
      page.limit,
      (member) => member,
      ({ userId }) => encodeCursor({ userId }),
    );
  }

  /** Ends somebody's membership; keys and sessions stop working at once. */
  @Delete('members/:userId')
  @HttpCode(204)
  @Access({ roles: [...owners], scope: 'members:write' })
  remove(@CurrentActor() actor: Actor, @UuidParam('userId') userId: string, @Now() now: string): Promise<void> {
    return this.members.remove(scopeOf(actor), actor.organisationId, userId, now);
  }
}
