import { Access, type Actor } from '#access';
import {
  CatalogueEntryDto,
  CatalogueEntryPageDto,
  CatalogueEntryQueryDto,
  CatalogueImportPageDto,
  CatalogueImportReportDto,
  CatalogueSourceQueryDto,
  ImportCatalogueQueryDto,
} from '#contracts';
import type { CatalogueEntry } from '#domain';
import type { Versioned } from '#platform/database';
import {
  CurrentActor,
  decodeCursor,
  encodeCursor,
  Idempotent,
  Now,
  pageOf,
  PageQuery,
  type PageRequest,
  UploadBody,
} from '#platform/http';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CatalogueEntryStore } from './catalogue-entry.store.js';
import { CatalogueImportStore } from './catalogue-import.store.js';
import { ImportCatalogue, maxImportedEntries } from './import-catalogue.js';

const roles = ['marketplace.administrator'] as const;

const description = `Takes in duties of a catalogue that somebody else keeps: at most ${maxImportedEntries} entries and 1 MB at a time.
Good entries go in, every other one is reported with its line, the field and the reason; the same file again changes
nothing. What a file says replaces what is known in the same language, so a file for each language may follow another.

- CSV, semicolons or tabs with a header: \`id\` (or \`code\`), labels \`en\`, \`es\`, \`ca\` in some of the languages, and
  if wanted \`alt_en\` (several, parted by \`|\`), \`description_en\`, \`unit_en\`, \`done_criterion_en\`, \`minutes\`, \`mode\`,
  \`status\` (\`released\`, \`obsolete\`) or \`retired\`; other columns are ignored.
- JSON of the same fields: an array, \`{ "items": [...] }\`, or an entry on each line (\`application/x-ndjson\`); a label may be
  \`{ "en": … }\`.
- O*NET's \`Task Statements\` and \`Occupation Data\`, and ESCO's exports (\`?language=\` says in which language).

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
  ) {}

  @Post('imports')
  @HttpCode(200)
  @Idempotent()
  @Access({ roles, scope: 'catalogue:write' })
  @ApiOperation({ summary: 'Import a catalogue of duties', description })
  @ApiOkResponse({ type: CatalogueImportReportDto })
  import(
    @CurrentActor() actor: Actor,
    @UploadBody('text/csv', 'text/tab-separated-values', 'application/json', 'application/x-ndjson') body: unknown,
    @Query() { source, language, retireMissing }: ImportCatalogueQueryDto,
    @Now() now: string,
  ): Promise<CatalogueImportReportDto> {
    const options = { language, retireMissing: retireMissing === 'true' };
    return this.commands.execute(new ImportCatalogue(actor, body, source, options, now));
  }

  /** What was imported, latest first. */
  @Get('imports')
  @Access({ roles, scope: 'catalogue:read' })
  async list(
    @Query() { source }: CatalogueSourceQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<CatalogueImportPageDto> {
    const before = page.after === null ? null : decodeCursor<{ id: string }>(page.after, { id: 'uuid' }).id;
    const imports = await this.imports.list(source ?? null, page.limit + 1, before);
    return pageOf(
      imports,
      page.limit,
      (done) => ({ ...done, importedAt: new Date(done.importedAt).toISOString() }),
      ({ id }) => encodeCursor({ id }),
    );
  }

  /** Every imported duty in order of its code, those that are retired as well. */
  @Get('entries')
  @Access({ roles, scope: 'catalogue:read' })
  async listEntries(
    @Query() query: CatalogueEntryQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<CatalogueEntryPageDto> {
    const after = page.after === null ? null : decodeCursor<{ code: string }>(page.after, { code: 'string' }).code;
    const entries = await this.entries.list(query, page.limit + 1, after);
    return pageOf(entries, page.limit, entryDto, ({ state }) => encodeCursor({ code: state.code }));
  }
}

const entryDto = ({ state, version }: Versioned<CatalogueEntry>): CatalogueEntryDto => ({
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
