import { Access } from '#access';
import {
  CatalogueEntryDto,
  CatalogueEntryPageDto,
  CatalogueEntryQueryDto,
  CatalogueImportPageDto,
  CatalogueImportPreviewDto,
  CatalogueImportReportDto,
  CatalogueSourceQueryDto,
  ImportCatalogueQueryDto,
} from '#contracts';
import { CurrentCall } from '#platform/endpoints';
import {
  byId,
  FileBody,
  Idempotent,
  Keyset,
  Now,
  PageQuery,
  type PageRequest,
  type SentFile,
  workbookMediaType,
} from '#platform/http';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call } from '../call.js';
import { CatalogueEntryStore, type ListedEntry } from './catalogue-entry.store.js';
import { CatalogueImportStore } from './catalogue-import.store.js';
import type { CatalogueFile } from './catalogue-file.js';
import { changeCatalogue, readCatalogue } from './catalogue-rules.js';
import { ImportCatalogue } from './import-catalogue.js';
import { ImportReader } from './import-reader.js';
import { PreviewImport } from './preview-import.js';
import { maxImportedEntries, type WrittenImport } from './read-import.js';

const byCode = new Keyset<{ code: string }>({ code: 'string' });

export const catalogueMediaTypes = [
  'text/csv',
  'text/tab-separated-values',
  'application/json',
  'application/x-ndjson',
  workbookMediaType,
] as const;

const description = `Takes in duties of a catalogue that somebody else keeps: at most ${maxImportedEntries} entries and 1 MB at a time.
Good entries go in, every other one is reported with its line, the field and the reason; the same file again changes
nothing. What a file says replaces what is known in the same language, so a file for each language may follow another; an
emptied cell clears, and what has no column stays. Larger ones: \`POST /v1/admin/catalogue/import-jobs\`.

- CSV, semicolons or tabs (UTF-8, UTF-16, or Windows-1252 where it says so or can't be UTF-8), or the first sheet of a workbook
  (.xlsx), with a header: \`id\` (or \`code\`), labels \`en\`, \`es\`, \`ca\` in some of the languages, and
  if wanted \`alt_en\` (several, parted by \`|\`), \`description_en\`, \`unit_en\`, \`done_criterion_en\`, \`minutes\`, \`mode\`,
  \`status\` (\`released\`, \`obsolete\`) or \`retired\`; other columns are ignored.
- JSON of the same fields: an array, \`{ "items": [...] }\`, or an entry on each line (\`application/x-ndjson\`); a label may be
  \`{ "en": … }\`.
- O*NET's \`Task Statements\`, \`DWA Reference\` and \`Occupation Data\`, and ESCO's \`skills\` and \`occupations\` (\`?language=\` says in which
  language), as they are published. Their other files are refused by name.

An imported duty is offered, asked for and priced like any other, under the code \`source:id\`; of a URI the last part counts,
and of what doesn't fit a code a digest. What its catalogue doesn't say is an hour of 60 minutes, \`prepares\`, and a neutral
done criterion. A retired one stays where it is named, and is refused in new lines and listings.`;

@ApiTags('administration')
@Controller('v1/admin/catalogue')
export class CatalogueImportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly imports: CatalogueImportStore,
    private readonly entries: CatalogueEntryStore,
    private readonly reader: ImportReader,
    private readonly preview: PreviewImport,
  ) {}

  @Post('imports')
  @HttpCode(200)
  @Idempotent({
    before: (
      controller: CatalogueImportsController,
      _call: Call,
      file: SentFile,
      { language }: ImportCatalogueQueryDto,
    ) => controller.reader.read(writtenIn(file, language)),
  })
  @Access(changeCatalogue)
  @ApiOperation({ summary: 'Import a catalogue of duties', description })
  @ApiOkResponse({ type: CatalogueImportReportDto })
  import(
    @CurrentCall() call: Call,
    @FileBody({ mediaTypes: catalogueMediaTypes }) _file: SentFile,
    @Query() { source, retireMissing }: ImportCatalogueQueryDto,
    file: CatalogueFile,
  ): Promise<CatalogueImportReportDto> {
    const command = { ...call, file, source, retireMissing: retireMissing === 'true' };
    return this.commands.execute(new ImportCatalogue(command));
  }

  /** What an import of the same file would come to: counts, what is wrong, and the first entries. Nothing is taken in. */
  @Post('previews')
  @HttpCode(200)
  @Access(changeCatalogue)
  @ApiOkResponse({ type: CatalogueImportPreviewDto })
  async previewImport(
    @FileBody({ mediaTypes: catalogueMediaTypes }) sent: SentFile,
    @Query() { source, language, retireMissing }: ImportCatalogueQueryDto,
    @Now() now: string,
  ): Promise<CatalogueImportPreviewDto> {
    const file = await this.reader.read(writtenIn(sent, language));
    return this.preview.read(file, { source, retireMissing: retireMissing === 'true', now });
  }

  /** What was imported, latest first. */
  @Get('imports')
  @Access(readCatalogue)
  list(@Query() { source }: CatalogueSourceQueryDto, @PageQuery() page: PageRequest): Promise<CatalogueImportPageDto> {
    return byId.page(
      page,
      (before, limit) => this.imports.list(source ?? null, limit, before?.id ?? null),
      (done) => ({ ...done, importedAt: new Date(done.importedAt).toISOString() }),
    );
  }

  /** Every imported duty in order of its code, those that are retired as well. */
  @Get('entries')
  @Access(readCatalogue)
  listEntries(@Query() query: CatalogueEntryQueryDto, @PageQuery() page: PageRequest): Promise<CatalogueEntryPageDto> {
    return byCode.page(page, (after, limit) => this.entries.list(query, limit, after?.code ?? null), entryDto);
  }
}

const writtenIn = (
  { bytes, charset, mediaType }: SentFile,
  language: ImportCatalogueQueryDto['language'],
): WrittenImport => ({
  file: { bytes, charset },
  mediaType,
  language,
  maxEntries: maxImportedEntries,
});

const entryDto = ({ state, version }: ListedEntry): CatalogueEntryDto => ({
  code: state.code,
  source: state.source,
  externalId: state.externalId,
  status: state.status,
  labels: state.labels,
  descriptions: state.descriptions,
  version,
  revision: state.revision,
  importedAt: state.importedAt,
  retiredAt: state.status === 'retired' ? state.retiredAt : null,
});
