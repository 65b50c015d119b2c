import { Access, type AccessRule, type Actor, administrators, agencyTeam, scopeOf } from '#access';
import { BillingRecordPageDto, NumberingDto, NumberingSettingsDto } from '#contracts';
import { DomainError } from '#domain';
import { CurrentChange, Replacement } from '#platform/endpoints';
import { Answer, CurrentActor, PageQuery, type PageRequest, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Change } from '../call.js';
import { BillingRecords } from './verifactu/billing-records.js';
import { DocumentNumbers } from './document-numbers.js';

const read: AccessRule = { roles: [...agencyTeam, ...administrators], scope: 'invoices:read' };
const write: AccessRule = { roles: ['agency.owner'], scope: null };

@ApiTags('invoices')
@Controller('v1/agencies/:id')
export class NumberingController {
  constructor(
    private readonly numbers: DocumentNumbers,
    private readonly records: BillingRecords,
  ) {}

  /** How the agency numbers its invoices, and on which clock their dates are; nothing while it has not said so. */
  @Get('numbering')
  @Access(read)
  @ApiOkResponse({ type: NumberingDto })
  @ApiNoContentResponse({ description: 'The agency has not said how it numbers.' })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<NumberingDto | undefined>> {
    const numbering = await this.numbers.find(scopeOf(actor), id);
    if (numbering !== null) return versioned(numbering, numbering.version);
    if (id !== actor.organisationId) throw new DomainError('numbering.not-found');
    return new Answer(undefined, {}, 204);
  }

  /** Says how it numbers from the next one on; the first time there is no version to name. */
  @Replacement('numbering', write, NumberingDto)
  async set(
    @CurrentChange({ required: false }) { actor, id, expectedVersion: expected, now }: Change,
    @Body() settings: NumberingSettingsDto,
  ): Promise<Answer<NumberingDto>> {
    if (id !== actor.organisationId) throw new DomainError('agency.not-found');
    const by = { agencyId: id, userId: actor.userId, expected, now };
    const numbering = await this.numbers.set(scopeOf(actor), by, settings);
    return versioned(numbering, numbering.version);
  }

  /**
   * Records of the agency's invoices that Spain wants of invoicing programs, and what became of each: `kept` lies in a folder for a program that sends
   * them, the others are what the tax office said.
   */
  @Get('billing-records')
  @Access(read)
  billingRecords(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @PageQuery() page: PageRequest,
  ): Promise<BillingRecordPageDto> {
    if (actor.organisationKind === 'agency' && id !== actor.organisationId) throw new DomainError('agency.not-found');
    return this.records.list(scopeOf(actor), id, page);
  }
}
