import {
  type CatalogueCodes,
  importedDuty,
  type ImportedEntry,
  type OfferedDuties,
  type OfferedDuty,
  ownDuty,
} from '#domain';
import { catalogueCodes, catalogueDuties } from '#knowledge/catalogue';
import { type Messaging, messagingToken } from '#platform/messaging';
import { type NextPoll, Polling, PollLoop } from '#platform/scheduling';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { CatalogueEntryStore } from './catalogue-entry.store.js';

/** An import of another process is known after about so long, however many there are. */
const lookMs = 1_000;

const ownDuties = new Map(catalogueDuties.map((duty) => [duty.code, ownDuty(duty)]));

/**
 * Every duty that there is, own ones and those of imported catalogues, in memory: whoever decides or words something
 * asks here. An import is known to its process as soon as it is committed, and to others at their next look.
 */
@Injectable()
export class DutyCatalogue extends Polling implements OfferedDuties, OnModuleInit {
  /** Of each imported duty the import since which it is as it is. */
  private readonly revisions = new Map<string, number>();
  private readonly imported = new Map<string, OfferedDuty>();
  protected readonly loop = new PollLoop('imported duties', () => this.lookIfDue());
  private lookedAt = -Infinity;
  private knownCodes: CatalogueCodes = catalogueCodes;
  private inUse: readonly OfferedDuty[] = [...ownDuties.values()];
  /** Everything up to this import was read. */
  private revision = 0;

  constructor(
    private readonly database: ApiDatabase,
    private readonly store: CatalogueEntryStore,
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
  ) {
    super();
  }

  /** Before the first request and the first event. */
  onModuleInit(): Promise<void> {
    return this.look();
  }

  override onApplicationBootstrap(): void {
    // What another process imported comes by the journal of all of them; polls are for when nobody says so.
    this.messaging.journal.onAppended((appended) => {
      const concerns =
        appended === null || appended.events.some(({ aggregateType }) => aggregateType === 'catalogue-entry');
      if (concerns) this.loop.wake();
    });
    super.onApplicationBootstrap();
  }

  get codes(): CatalogueCodes {
    return this.knownCodes;
  }

  /** Those that may be named anew: own ones in the order of the catalogue, then imported ones in the order of their codes. */
  get active(): readonly OfferedDuty[] {
    return this.inUse;
  }

  /** Retired ones too. */
  duty(code: string): OfferedDuty | undefined {
    return ownDuties.get(code) ?? this.imported.get(code);
  }

  /** What an import of this process committed. Other imports may have come in between, so the next look reads it again. */
  take(entries: readonly ImportedEntry[]): void {
    for (const entry of entries) {
      if (entry.revision < (this.revisions.get(entry.code) ?? 0)) continue;
      this.revisions.set(entry.code, entry.revision);
      this.imported.set(entry.code, importedDuty(entry));
    }
    if (entries.length > 0) this.arrange();
  }

  private async lookIfDue(): Promise<NextPoll> {
    const dueInMs = this.lookedAt + lookMs - performance.now();
    if (dueInMs > 0) return dueInMs;
    this.lookedAt = performance.now();
    await this.look();
    return 'idle';
  }

  private async look(): Promise<void> {
    const changed = await this.database.read({ kind: 'public' }, (tx) => this.store.changedSince(tx, this.revision));
    this.revision = changed.reduce((last, { revision }) => Math.max(last, revision), this.revision);
    this.take(changed);
  }

  private arrange(): void {
    const duties = [...this.imported.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
    const active = duties.filter(({ retired }) => !retired);
    const retired = duties.filter((duty) => duty.retired);
    this.inUse = [...ownDuties.values(), ...active];
    this.knownCodes = {
      dutyCodes: new Set(this.inUse.map(({ code }) => code)),
      retiredDutyCodes: new Set(retired.map(({ code }) => code)),
      skillCodes: catalogueCodes.skillCodes,
    };
  }
}
