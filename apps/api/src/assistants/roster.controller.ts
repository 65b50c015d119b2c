import { Access, agencyTeam } from '#access';
import { RosterReportDto } from '#contracts';
import { CurrentCall } from '#platform/endpoints';
import { CsvBody, Idempotent } from '#platform/http';
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

const description = `Takes in an agency's assistants from a CSV file in UTF-8 of at most 1 MB and ${maxRosterLines} lines, with a header line,
commas or semicolons, and quotes as in RFC 4180. \`externalRef\` says who a line is about: a new one becomes a draft, a known
one is edited where it differs; what has no column stays as it is. Good lines go in, every other line is reported with its
number, the field and the reason; the same file again changes nothing.

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
  @Idempotent({ before: (controller: RosterController, _call: Call, csv: string) => controller.reader.read(csv) })
  @Access({ roles: agencyTeam, scope: 'assistants:write', unconfirmed: true })
  @ApiOperation({ summary: 'Import a roster', description })
  @ApiOkResponse({ type: RosterReportDto })
  import(@CurrentCall() call: Call, @CsvBody() _csv: string, roster: Roster): Promise<RosterReportDto> {
    return this.commands.execute(new ImportRoster({ ...call, roster }));
  }
}
