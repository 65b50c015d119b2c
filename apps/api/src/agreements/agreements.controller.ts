import {
  Access,
  type AccessRule,
  type Actor,
  administrators,
  agencySignatories,
  agencyTeam,
  businessSignatories,
  businessTeam,
  type Role,
  scopeOf,
} from '#access';
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
import { type Agreement, demand } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, CurrentChange, Reading, Replacement, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Call, Change } from '../call.js';
import { AcceptAgreement } from './accept-agreement.js';
import { AgreementParties } from './agreement-parties.js';
import { AgreementStore } from './agreement.store.js';
import { agreementDto, agreementSummaryDto, quoteDto, revisedTerms } from './agreements.dto-mapping.js';
import { DraftInstantAgreement } from './draft-instant-agreement.js';
import { ReviseAgreement } from './revise-agreement.js';
import { WithdrawAgreement } from './withdraw-agreement.js';

const bothSides = [...agencyTeam, ...businessTeam] as const;
const draft: AccessRule = { roles: businessTeam, scope: 'agreements:write' };
const write: AccessRule = { roles: bothSides, scope: 'agreements:write' };
const signatories = [...agencySignatories, ...businessSignatories] as const;
const sign: AccessRule = { roles: signatories, scope: 'agreements:write' };
const readers: readonly Role[] = [...bothSides, ...signatories, 'business.accountant', ...administrators];
const read: AccessRule = { roles: readers, scope: 'agreements:read' };
/** An assistant is told for whom she works, and nothing of the terms. */
const readParties: AccessRule = { roles: [...readers, 'agency.assistant'], scope: 'agreements:read' };
/** A step that can be taken once: whoever names no version means the present one. */
const once = { required: false };

@ApiTags('agreements')
@Controller('v1/agreements')
export class AgreementsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly agreements: AgreementStore,
    private readonly sides: AgreementParties,
  ) {}

  /**
   * An instant agreement, which the agency has accepted beforehand: for an assistant whose listing allows it and who passes
   * every hard filter of the need, of offered duties alone, at the listed rate, by the catalogue's done criteria, and on the
   * agency's standing terms.
   */
  @Creation(draft, AgreementDto, { bodyKiB: 64 })
  async draft(@CurrentCall() call: Call, @Body() body: DraftInstantAgreementDto): Promise<Answer<AgreementDto>> {
    const { needId, assistantId, ...chosen } = body;
    const agreement = await this.commands.execute(new DraftInstantAgreement({ ...call, needId, assistantId, chosen }));
    const location = `/v1/agreements/${agreement.state.agreementId}`;
    return versioned(agreementDto(agreement), agreement.version, { location });
  }

  /** Both sides see theirs. */
  @Get()
  @Access(read)
  list(
    @CurrentActor() actor: Actor,
    @PageQuery() page: PageRequest,
    @Query() { needId, status }: AgreementQueryDto,
  ): Promise<AgreementPageDto> {
    return this.agreements.page(scopeOf(actor), { needId, status }, page, agreementSummaryDto);
  }

  /** One agreement, with the version at hand and the one in force. */
  @Reading(':id', read, AgreementDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<AgreementDto>> {
    return answer(await this.agreements.load(scopeOf(actor), id));
  }

  /** Who the two sides are at present; what an agreement's version says of them stays as it was when it was drafted. */
  @Get(':id/parties')
  @Access(readParties)
  @ApiOkResponse({ type: PartiesDto })
  async parties(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<PartiesDto> {
    const { state } = await this.agreements.load(scopeOf(actor), id);
    const readsAll = actor.roles.some((role) => readers.includes(role));
    demand(readsAll || actor.assistantId === state.assistantId, 'agreement.not-found');
    return this.sides.legalParties(state);
  }

  /** New terms as a whole: a new version that both sides have to accept, or a change order where one is in force. */
  @Replacement(':id/terms', write, AgreementDto, { bodyKiB: 512 })
  revise(@CurrentChange() change: Change, @Body() body: ReviseAgreementDto): Promise<Answer<AgreementDto>> {
    return this.take(new ReviseAgreement({ ...change, terms: revisedTerms(body) }));
  }

  /** Accepts, for the actor's side, the version that the content hash names. */
  @Step(':id/acceptances', sign, AgreementDto)
  accept(@CurrentChange(once) change: Change, @Body() body: AcceptAgreementDto): Promise<Answer<AgreementDto>> {
    return this.take(new AcceptAgreement({ ...change, contentHash: body.contentHash }));
  }

  /** Gives up a draft, or the change order on the table. */
  @Step(':id/withdrawal', write, AgreementDto)
  withdraw(@CurrentChange(once) change: Change): Promise<Answer<AgreementDto>> {
    return this.take(new WithdrawAgreement(change));
  }

  /** The price of a version, to the minor unit; the same version gives the same quote for ever. */
  @Get(':id/quote')
  @Access(read)
  async quote(@CurrentActor() actor: Actor, @UuidParam() id: string, @Query() query: QuoteQueryDto): Promise<QuoteDto> {
    const agreement = await this.agreements.load(scopeOf(actor), id);
    return quoteDto(agreement.state, query.version);
  }

  private async take(step: Command<Versioned<Agreement>>): Promise<Answer<AgreementDto>> {
    return answer(await this.commands.execute(step));
  }
}

const answer = (agreement: Versioned<Agreement>): Answer<AgreementDto> =>
  versioned(agreementDto(agreement), agreement.version);
