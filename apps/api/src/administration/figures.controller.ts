import { Access } from '#access';
import { FiguresDto } from '#contracts';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { readAsAdministrator } from '../admin-rules.js';
import { ReadFigures } from './read-figures.js';

@ApiTags('administration')
@Controller('v1/admin/figures')
export class FiguresController {
  constructor(private readonly figures: ReadFigures) {}

  /** How much there is of everything, by status, and how the exchange of events is doing. */
  @Get()
  @Access(readAsAdministrator)
  read(): Promise<FiguresDto> {
    return this.figures.read();
  }
}
