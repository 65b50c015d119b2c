import { Access } from '#access';
import { AskImportQueryDto, ImportJobDto, ImportJobPageDto } from '#contracts';
import { Asking, CurrentCall, CurrentChange, Reading, Step } from '#platform/endpoints';
import {
  accepted,
  type Answer,
  FileBody,
  PageQuery,
  type PageRequest,
  type SentFile,
  UuidParam,
  versioned,
} from '#platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call, Change } from '../call.js';
import { AskImport } from './ask-import.js';
import { CancelImport } from './cancel-import.js';
import { catalogueMediaTypes } from './catalogue-imports.controller.js';
import { changeCatalogue, readCatalogue } from './catalogue-rules.js';
import { ImportJobStore } from './import-job.store.js';
import { maxEntriesOfJob } from './read-import.js';

const mebibytes = 16;

const description = `Takes a catalogue of up to ${maxEntriesOfJob} entries and ${mebibytes} MB, in the forms that \`POST /v1/admin/catalogue/imports\`
takes, such as all of O*NET's tasks or ESCO's skills in one language. It is taken in by and by: Location says how far it is and what it came to.
With \`?preview=true\` nothing is taken in. A file that can't be read makes the import fail, with the reason.`;

@ApiTags('administration')
@Controller('v1/admin/catalogue/import-jobs')
export class ImportJobsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly jobs: ImportJobStore,
  ) {}

  @Asking(changeCatalogue, ImportJobDto)
  @ApiOperation({ summary: 'Import a large catalogue of duties', description })
  async ask(
    @CurrentCall() call: Call,
    @FileBody({ mediaTypes: catalogueMediaTypes, kibibytes: mebibytes * 1_024 }) file: SentFile,
    @Query() asked: AskImportQueryDto,
  ): Promise<Answer<ImportJobDto>> {
    const job = await this.commands.execute(new AskImport({ ...call, file, asked }));
    return accepted(job, `/v1/admin/catalogue/import-jobs/${job.id}`);
  }

  /** Latest first. */
  @Get()
  @Access(readCatalogue)
  list(@PageQuery() page: PageRequest): Promise<ImportJobPageDto> {
    return this.jobs.page(page);
  }

  /** How far an import is, and what it has come to. */
  @Reading(':id', readCatalogue, ImportJobDto)
  async one(@UuidParam() id: string): Promise<Answer<ImportJobDto>> {
    const job = await this.jobs.one(id);
    return versioned(job, job.version);
  }

  /** Nobody wants it any more. What was taken in until then stays. */
  @Step(':id/cancellation', changeCatalogue, ImportJobDto)
  async cancel(@CurrentChange() change: Change): Promise<Answer<ImportJobDto>> {
    const job = await this.commands.execute(new CancelImport(change));
    return versioned(job, job.version);
  }
}
