import { type AccessRule, type Actor, administrators, agencyTeam, scopeOf } from '#access';
import { NumberingDto, NumberingSettingsDto } from '#contracts';
import { DomainError } from '#domain';
import { CurrentChange, Reading, Replacement } from '#platform/endpoints';
import { type Answer, CurrentActor, UuidParam, versioned } from '#platform/http';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Change } from '../call.js';
import { DocumentNumbers } from './document-numbers.js';

const read: AccessRule = { roles: [...agencyTeam, ...administrators], scope: 'invoices:read' };
const write: AccessRule = { roles: ['agency.owner'], scope: null };

@ApiTags('invoices')
@Controller('v1/agencies/:id/numbering')
export class NumberingController {
  constructor(private readonly numbers: DocumentNumbers) {}

  /** How the agency numbers its invoices, and on which clock their dates are. */
  @Reading('', read, NumberingDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<NumberingDto>> {
    const numbering = await this.numbers.load(scopeOf(actor), id);
    return versioned(numbering, numbering.version);
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
