import { Access, type AccessRule, type Actor, administrators, agencyTeam, scopeOf } from '#access';
import { NumberingDto, NumberingSettingsDto } from '#contracts';
import { DomainError } from '#domain';
import { CurrentChange, Replacement } from '#platform/endpoints';
import { Answer, CurrentActor, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Get } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Change } from '../call.js';
import { DocumentNumbers } from './document-numbers.js';

const read: AccessRule = { roles: [...agencyTeam, ...administrators], scope: 'invoices:read' };
const write: AccessRule = { roles: ['agency.owner'], scope: null };

@ApiTags('invoices')
@Controller('v1/agencies/:id/numbering')
export class NumberingController {
  constructor(private readonly numbers: DocumentNumbers) {}

  /** How the agency numbers its invoices, and on which clock their dates are; nothing while it has not said so. */
  @Get()
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
  @Replacement('', write, NumberingDto)
  async set(
    @CurrentChange({ required: false }) { actor, id, expectedVersion: expected, now }: Change,
    @Body() settings: NumberingSettingsDto,
  ): Promise<Answer<NumberingDto>> {
    if (id !== actor.organisationId) throw new DomainError('agency.not-found');
    const by = { agencyId: id, userId: actor.userId, expected, now };
    const numbering = await this.numbers.set(scopeOf(actor), by, settings);
    return versioned(numbering, numbering.version);
  }
}
