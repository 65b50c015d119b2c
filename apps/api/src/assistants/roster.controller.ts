import { Access, agencyTeam } from '#access';
import { RosterPreviewDto, RosterReportDto } from '#contracts';
import { CurrentCall } from '#platform/endpoints';
import { FileBody, Idempotent, type SentFile, workbookMediaType } from '#platform/http';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Call } from '../call.js';
import { ImportRoster } from './import-roster.js';
import type { Roster } from './read-roster.js';
import { rosterColumns } from './roster-columns.js';
import { maxRosterLines } from './roster-file.js';
import { RosterReader } from './roster-reader.js';

const columns = rosterColumns.map(
  ({ name, required, says }) => `- \`${name}\`${required ? ' (required)' : ''}: ${says}`,
);

const mediaTypes = ['text/csv', 'text/tab-separated-values', workbookMediaType] as const;

const description = `Takes in an agency's assistants from a table of at most 1 MB and ${maxRosterLines} lines, with a header line: CSV with
commas, semicolons or tabs and quotes as in RFC 4180, or the first sheet of a workbook (.xlsx). Text is read as UTF-8 or UTF-16,
or as Windows-1252 where its content type says so (\`text/csv; charset=windows-1252\`) or it can't be UTF-8, which \`remarks\` tells.
\`externalRef\` says who a line is about: a new one becomes a draft, a known
one is edited where it differs; what has no column stays as it is, and an emptied cell clears. Good lines go in, every other line is reported with its
number, the field, what stands there and the reason; the same file again changes nothing.

Columns, in any order:

${columns.join('\n')}

Entries of a list are parted by \`|\`. Examples: \`examples/roster.csv\` and \`examples/roster-with-errors.csv\`.`;

@ApiTags('assistants')
@Controller('v1/assistants/import')
export class RosterController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reader: RosterReader,
  ) {}

  @Post()
  @HttpCode(200)
  @Idempotent({ before: (controller: RosterController, _call: Call, file: SentFile) => controller.reader.read(file) })
  @Access({ roles: agencyTeam, scope: 'assistants:write', unconfirmed: true })
  @ApiOperation({ summary: 'Import a roster', description })
  @ApiOkResponse({ type: RosterReportDto })
  import(
    @CurrentCall() call: Call,
    @FileBody({ mediaTypes }) _file: SentFile,
    roster: Roster,
  ): Promise<RosterReportDto> {
    return this.commands.execute(new ImportRoster({ ...call, roster, isPreview: false }));
  }

  /** What an import of the same file would come to. Nothing is taken in. */
  @Post('previews')
  @HttpCode(200)
  @Access({ roles: agencyTeam, scope: 'assistants:write', unconfirmed: true })
  @ApiOkResponse({ type: RosterPreviewDto })
  async preview(@CurrentCall() call: Call, @FileBody({ mediaTypes }) file: SentFile): Promise<RosterPreviewDto> {
    const roster = await this.reader.read({ bytes: file.bytes, charset: file.charset, withText: true });
    const report = await this.commands.execute(new ImportRoster({ ...call, roster, isPreview: true }));
    return { ...report, text: report.rejected.length === 0 ? null : roster.text };
  }
}
