import { Access, type Actor, type Role, scopeOf } from '#access';
import {
  AcceptAgreementDto,
  AgreementDto,
  AgreementPageDto,
  AgreementQueryDto,
  DraftInstantAgreementDto,
  QuoteDto,
  QuoteQueryDto,
  ReviseAgreementDto,
} from '#contracts';
import { termsChoice } from '#domain';
import {
  type Answer,
  CurrentActor,
  Idempotent,
  IfMatch,
  Now,
  PageQuery,
  type PageRequest,
  UuidParam,
  versioned,
} from '#platform/http';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AcceptAgreement } from './accept-agreement.js';
import { AgreementStore } from './agreement.store.js';
import { agreementDto, agreementSummaryDto, quoteDto, revisedTerms } from './agreements.dto-mapping.js';
import { DraftInstantAgreement } from './draft-instant-agreement.js';
import { ReviseAgreement } from './revise-agreement.js';
import { WithdrawAgreement } from './withdraw-agreement.js';

const business: readonly Role[] = ['business.owner', 'business.colleague'];
const writers: readonly Role[] = ['agency.owner', 'agency.coordinator', ...business];
const readers: readonly Role[] = [...writers, 'business.accountant', 'marketplace.administrator'];

@ApiTags('agreements')
@Controller('v1/agreements')
export class AgreementsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly agreements: AgreementStore,
  ) {}

  /** An instant agreement at the listed rate, for an assistant whose listing allows it; the agency has accepted it. */
  @Post()
  @Idempotent()
  @Access({ roles: business, scope: 'agreements:write' })
  @ApiCreatedResponse({ type: AgreementDto })
  async draft(
    @CurrentActor() actor: Actor,
    @Body() body: DraftInstantAgreementDto,
    @Now() now: string,
  ): Promise<Answer<AgreementDto>> {
    const command = new DraftInstantAgreement(actor, body.needId, body.assistantId, termsChoice(body), now);
    const agreement = await this.commands.execute(command);
    return versioned(agreementDto(agreement), agreement.version, {
      location: `/v1/agreements/${agreement.state.agreementId}`,
    });
  }

  /** Both sides see theirs. */
  @Get()
  @Access({ roles: readers, scope: 'agreements:read' })
  async list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() { needId, status }: AgreementQueryDto,
  ): Promise<AgreementPageDto> {
    const found = await this.agreements.page(scopeOf(actor), { needId, status }, page);
    return { items: found.items.map(agreementSummaryDto), next: found.next };
  }

  @Get(':id')
  @Access({ roles: readers, scope: 'agreements:read' })
  @ApiOkResponse({ type: AgreementDto })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<AgreementDto>> {
    const agreement = await this.agreements.load(scopeOf(actor), id);
    return versioned(agreementDto(agreement), agreement.version);
  }

  /** New terms as a whole: a new version that both sides have to accept, or a change order where one is in force. */
  @Put(':id/terms')
  @Access({ roles: writers, scope: 'agreements:write' })
  @ApiOkResponse({ type: AgreementDto })
  async revise(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Body() body: ReviseAgreementDto,
    @Now() now: string,
  ): Promise<Answer<AgreementDto>> {
    const agreement = await this.commands.execute(
      new ReviseAgreement(actor, id, expectedVersion, revisedTerms(body), now),
    );
    return versioned(agreementDto(agreement), agreement.version);
  }

  /** Accepts, for the actor's side, the version that the content hash names. */
  @Post(':id/acceptances')
  @HttpCode(200)
  @Idempotent()
  @Access({ roles: writers, scope: 'agreements:write' })
  @ApiOkResponse({ type: AgreementDto })
  async accept(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch({ required: false }) expectedVersion: number | null,
    @Body() body: AcceptAgreementDto,
    @Now() now: string,
  ): Promise<Answer<AgreementDto>> {
    const agreement = await this.commands.execute(
      new AcceptAgreement(actor, id, expectedVersion, body.contentHash, now),
    );
    return versioned(agreementDto(agreement), agreement.version);
  }

  /** Gives up a draft, or the change order on the table. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Idempotent()
  @Access({ roles: writers, scope: 'agreements:write' })
  @ApiOkResponse({ type: AgreementDto })
  async withdraw(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch({ required: false }) expectedVersion: number | null,
    @Now() now: string,
  ): Promise<Answer<AgreementDto>> {
    const agreement = await this.commands.execute(new WithdrawAgreement(actor, id, expectedVersion, now));
    return versioned(agreementDto(agreement), agreement.version);
  }

  /** The price of a version, to the minor unit; the same version gives the same quote for ever. */
  @Get(':id/quote')
  @Access({ roles: readers, scope: 'agreements:read' })
  async quote(@CurrentActor() actor: Actor, @UuidParam() id: string, @Query() query: QuoteQueryDto): Promise<QuoteDto> {
    const agreement = await this.agreements.load(scopeOf(actor), id);
    return quoteDto(agreement.state, query.version);
  }
}
