import { Access, type Actor } from '#access';
import {
  AcceptAgreementDto,
  AgreementDto,
  AgreementPageDto,
  AgreementQueryDto,
  DraftInstantAgreementDto,
  PartiesDto,
  QuoteDto,
  QuoteQueryDto,
  ReviseAgreementDto,
} from '#contracts';
import type { Agreement } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, CurrentChange, Reading, Replacement, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Call, type Change, once } from '../call.js';
import { AcceptAgreement } from './accept-agreement.js';
import { AgreementParties } from './agreement-parties.js';
import { AgreementReads } from './agreement-reads.js';
import { acceptAgreement, changeAgreement, draftAgreement, readAgreement } from './agreement-rules.js';
import { agreementDto, chosenTerms, quoteDto, revisedTerms } from './agreements.dto-mapping.js';
import { DraftInstantAgreement } from './draft-instant-agreement.js';
import { ReviseAgreement } from './revise-agreement.js';
import { WithdrawAgreement } from './withdraw-agreement.js';

@ApiTags('agreements')
@Controller('v1/agreements')
export class AgreementsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reads: AgreementReads,
    private readonly sides: AgreementParties,
  ) {}

  /**
   * An instant agreement, which the agency has accepted beforehand: for an assistant whose listing allows it and who passes
   * every hard filter of the need, of offered duties alone, at the listed rate, by the catalogue's done criteria, and on the
   * agency's standing terms.
   */
  @Creation(draftAgreement, AgreementDto, { bodyKiB: 64 })
  async draft(@CurrentCall() call: Call, @Body() body: DraftInstantAgreementDto): Promise<Answer<AgreementDto>> {
    const { needId, assistantId, ...choice } = body;
    const chosen = chosenTerms(choice);
    const agreement = await this.commands.execute(new DraftInstantAgreement({ ...call, needId, assistantId, chosen }));
    const location = `/v1/agreements/${agreement.state.agreementId}`;
    return versioned(agreementDto(agreement), agreement.version, { location });
  }

  /** Both sides see theirs; an assistant sees those in which she is named. */
  @Get()
  @Access(readAgreement)
  list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() query: AgreementQueryDto,
  ): Promise<AgreementPageDto> {
    return this.reads.page(actor, query, page);
  }

  /** One agreement, with the version at hand and the one in force. */
  @Reading(':id', readAgreement, AgreementDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<AgreementDto>> {
    return answer(await this.reads.one(actor, id));
  }

  /** Who the two sides are at present; what an agreement's version says of them stays as it was when it was drafted. */
  @Get(':id/parties')
  @Access(readAgreement)
  @ApiOkResponse({ type: PartiesDto })
  async parties(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<PartiesDto> {
    return this.sides.legalParties((await this.reads.one(actor, id)).state);
  }

  /** New terms as a whole: a new version that both sides have to accept, or a change order where one is in force. */
  @Replacement(':id/terms', changeAgreement, AgreementDto, { bodyKiB: 512 })
  revise(@CurrentChange() change: Change, @Body() body: ReviseAgreementDto): Promise<Answer<AgreementDto>> {
    return this.take(new ReviseAgreement({ ...change, terms: revisedTerms(body) }));
  }

  /** Accepts, for the actor's side, the version that the content hash names. */
  @Step(':id/acceptances', acceptAgreement, AgreementDto)
  accept(@CurrentChange(once) change: Change, @Body() body: AcceptAgreementDto): Promise<Answer<AgreementDto>> {
    return this.take(new AcceptAgreement({ ...change, contentHash: body.contentHash }));
  }

  /** Gives up a draft, or the change order on the table. */
  @Step(':id/withdrawal', changeAgreement, AgreementDto)
  withdraw(@CurrentChange(once) change: Change): Promise<Answer<AgreementDto>> {
    return this.take(new WithdrawAgreement(change));
  }

  /** The price of a version, to the minor unit; the same version gives the same quote for ever. */
  @Get(':id/quote')
  @Access(readAgreement)
  async quote(@CurrentActor() actor: Actor, @UuidParam() id: string, @Query() query: QuoteQueryDto): Promise<QuoteDto> {
    const agreement = await this.reads.one(actor, id);
    return quoteDto(agreement.state, query.version);
  }

  private async take(step: Command<Versioned<Agreement>>): Promise<Answer<AgreementDto>> {
    return answer(await this.commands.execute(step));
  }
}

const answer = (agreement: Versioned<Agreement>): Answer<AgreementDto> =>
  versioned(agreementDto(agreement), agreement.version);
