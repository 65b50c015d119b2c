import { scopeOf } from '#access';
import type { RosterReportDto } from '#contracts';
import {
  type AgencyId,
  type Assistant,
  type AssistantContext,
  type AssistantId,
  decideAssistant,
  DomainError,
} from '#domain';
import type { Scope } from '#platform/database';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { AssistantContexts } from './assistant-contexts.js';
import { AssistantStore } from './assistant.store.js';
import { decideChanges } from './edit-assistant.js';
import type { Roster } from './read-roster.js';
import { type ReadLine, rejectionOf } from './roster-line.js';

export class ImportRoster extends commandOf<Call & { roster: Roster; isPreview: boolean }, RosterReportDto>() {}

type Outcome = 'created' | 'updated' | 'unchanged';

/** What every line of one import is decided by. */
interface Import {
  readonly scope: Scope;
  readonly agencyId: AgencyId;
  readonly context: AssistantContext;
  readonly known: ReadonlyMap<string, Assistant>;
  /** It is only looked what would become of the lines. */
  readonly isPreview: boolean;
  readonly now: string;
}

/**
 * Takes in a roster line by line: new references become drafts, known ones are edited where they differ. A line that
 * can't be taken in is told with its reason and holds no other up. The same file again changes nothing, and a preview never does.
 */
@CommandHandler(ImportRoster)
export class ImportRosterHandler implements ICommandHandler<ImportRoster> {
  constructor(
    private readonly database: ApiDatabase,
    private readonly assistants: AssistantStore,
    private readonly contexts: AssistantContexts,
  ) {}

  async execute({ actor, roster, isPreview, now }: ImportRoster): Promise<RosterReportDto> {
    const { lines, refused, remarks } = roster;
    const scope = scopeOf(actor);
    const agencyId = actor.organisationId as AgencyId;
    const report: RosterReportDto = {
      created: 0,
      updated: 0,
      unchanged: 0,
      rejected: [...refused],
      remarks: [...remarks],
    };
    await this.database.transaction(scope, async (tx) => {
      // One import of an agency at a time: two at once would both take the same lines for new.
      await tx.takeTurn(`roster ${agencyId}`);
      const refs = lines.map(({ read }) => read.externalRef);
      const known = await this.assistants.findByExternalRefs(scope, agencyId, refs);
      const context = await this.contexts.of(scope, agencyId);
      for (const { line, read } of lines) {
        try {
          report[await this.takeIn(read, { scope, agencyId, context, known, isPreview, now })] += 1;
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          report.rejected.push({ line, ...rejectionOf(error, read.cells) });
        }
      }
    });
    report.rejected.sort((one, other) => one.line - other.line);
    return report;
  }

  private async takeIn(read: ReadLine, { scope, agencyId, context, known, isPreview, now }: Import): Promise<Outcome> {
    const assistant = known.get(read.externalRef);
    if (assistant === undefined) {
      const assistantId = uuidv7() as AssistantId;
      const draft = { type: 'draftAssistant', assistantId, agencyId, ...read.whole, now } as const;
      const facts = decideAssistant(draft, null, context);
      if (!isPreview) await this.database.attempt(scope, () => this.assistants.create(scope, assistantId, facts));
      return 'created';
    }
    // Most lines of a roster that comes every week say what is known: those need neither lock nor write.
    if (decideChanges(assistant, read.changes, context, now).length === 0) return 'unchanged';
    if (isPreview) return 'updated';
    await this.database.attempt(scope, () =>
      this.assistants.update(scope, assistant.assistantId, null, (current) =>
        decideChanges(current, read.changes, context, now),
      ),
    );
    return 'updated';
  }
}
