import { Access, type Actor } from '#access';
import {
  AgreementChangesDto,
  AgreementChangesQueryDto,
  AgreementDocumentQueryDto,
  CatalogueQueryDto,
  DueDiligenceDto,
} from '#contracts';
import { CurrentActor, Now, savedAnew, UuidParam } from '#platform/http';
import { pdfOf } from '#platform/pdf';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { readAgreement } from '../agreements/agreement-rules.js';
import { AgreementChanges } from './agreement-changes.js';
import { DueDiligence } from './due-diligence.js';
import { htmlOf } from './html-of.js';
import { ResponsibilityMatrix } from './responsibility-matrix.js';

const file = { headers: savedAnew, schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('agreements')
@Controller('v1/agreements/:id')
export class AgreementDocumentsController {
  constructor(
    private readonly changes: AgreementChanges,
    private readonly matrix: ResponsibilityMatrix,
    private readonly diligence: DueDiligence,
  ) {}

  /**
   * What differs between two versions, in words and as a JSON Patch, and what it does to the price: told before anybody accepts. Work
   * that somebody has done, periods that are over, and what was invoiced keep their price whatever is agreed.
   */
  @Get('changes')
  @Access(readAgreement)
  between(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() query: AgreementChangesQueryDto,
    @Now() now: string,
  ): Promise<AgreementChangesDto> {
    return this.changes.read(actor, id, query, now);
  }

  /** Who answers for what by a version, as a page of HTML that stands alone. */
  @Get('responsibilities.html')
  @Access(readAgreement)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="responsibilities.html"')
  @ApiProduces('text/html')
  @ApiOkResponse(file)
  async html(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() query: AgreementDocumentQueryDto,
  ): Promise<string> {
    return htmlOf(await this.matrix.of(actor, id, query));
  }

  /** The same as PDF: a version gives the same bytes for ever. */
  @Get('responsibilities.pdf')
  @Access(readAgreement)
  @Header('content-type', 'application/pdf')
  @Header('content-disposition', 'attachment; filename="responsibilities.pdf"')
  @ApiProduces('application/pdf')
  @ApiOkResponse(file)
  async pdf(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() query: AgreementDocumentQueryDto,
  ): Promise<Buffer> {
    return pdfOf(await this.matrix.of(actor, id, query));
  }

  /**
   * What a business can show of having looked to it that the assistant's workplace is safe: by whom it was assessed, when, by which
   * rules and until when, and what she has learnt. Nothing of answers, of a home or of health.
   */
  @Get('due-diligence')
  @Access(readAgreement)
  record(@CurrentActor() actor: Actor, @UuidParam() id: string, @Now() now: string): Promise<DueDiligenceDto> {
    return this.diligence.of(actor, id, now);
  }

  /** The same as PDF. */
  @Get('due-diligence.pdf')
  @Access(readAgreement)
  @Header('content-type', 'application/pdf')
  @Header('content-disposition', 'attachment; filename="due-diligence.pdf"')
  @ApiProduces('application/pdf')
  @ApiOkResponse(file)
  async recordAsPdf(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Query() { language = 'en' }: CatalogueQueryDto,
    @Now() now: string,
  ): Promise<Buffer> {
    return pdfOf(await this.diligence.paper(actor, id, language, now));
  }
}
