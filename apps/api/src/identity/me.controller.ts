import { Access, type Actor } from '#access';
import { DemoPeopleDto, MeDto } from '#contracts';
import { CurrentActor } from '#platform/http';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { WhoAmI } from './who-am-i.js';

@ApiTags('auth')
@Controller('v1')
export class MeController {
  constructor(
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
    private readonly whoAmI: WhoAmI,
  ) {}

  /** Who asks: the person, the organisation that she acts for, and her roles in it. */
  @Get('me')
  @Access({ roles: 'any', scope: 'members:read' })
  read(@CurrentActor() actor: Actor): Promise<MeDto> {
    return this.whoAmI.read(actor);
  }

  /** Whom one may sign in as to look around; nobody but where there is demo data. */
  @Get('demo-people')
  @Access({ public: true })
  demoPeople(): DemoPeopleDto {
    return { items: [...(this.settings.demoPeople ?? [])] };
  }
}
