import { DutiesSuggestedV1, dutySuggestionEvents, type WordsAskedV1 } from '#contracts';
import type { Transaction } from '#platform/database';
import { handlersFor, Messaging, messagingToken } from '#platform/messaging';
import { type NextPoll, Polling, PollLoop } from '#platform/scheduling';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ImportedDutyStore } from '../catalogue/imported-duty.store.js';
import { MatcherDatabase } from '../matcher-database.js';
import { CorrectionStore } from './correction.store.js';
import { type Lessons, Suggester } from './suggester.js';
import { TooMuchToLearn } from './suggesting-thread.js';

/** Answers plain words with duties, and learns from what businesses correct and what catalogues are imported. */
@Injectable()
export class WordsAsked extends Polling implements OnModuleInit {
  /** Woken by what this process is told; polls are for what others kept. */
  protected readonly loop = new PollLoop('learning', () => this.learnIfDue());
  private readonly logger = new Logger(WordsAsked.name);
  private learntAt = -Infinity;

  constructor(
    @Inject(messagingToken('matcher')) private readonly messaging: Messaging,
    private readonly database: MatcherDatabase,
    private readonly corrections: CorrectionStore,
    private readonly imported: ImportedDutyStore,
    private readonly suggester: Suggester,
  ) {
    super();
  }

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'matcher-suggesting',
      handles: [
        handlersFor(dutySuggestionEvents, {
          'words.asked.v1': async ({ aggregateId, audience, data }, tx) => {
            await this.suggest(tx, aggregateId, audience, data);
            tx.afterCommit(() => this.loop.wake());
          },
          'duty-suggestion.corrected.v1': async ({ aggregateId, data }, tx) => {
            await this.corrections.keep(tx, aggregateId, data);
            tx.afterCommit(() => this.loop.wake());
          },
        }),
      ],
    });
  }

  private async suggest(
    tx: Transaction,
    suggestionId: string,
    audience: readonly string[],
    { text, language: given }: WordsAskedV1,
  ): Promise<void> {
    const { language, abstained, because, suggestions, groups } = await this.suggester.suggest(text, given);
    const data: DutiesSuggestedV1 = {
      language,
      abstained,
      because,
      groups: groups.map(({ group, dutyCodes }) => ({ group, dutyCodes: [...dutyCodes] })),
      items: suggestions.map(({ dutyCode, confidence, evidence }) => ({
        dutyCode,
        confidence,
        evidence: evidence.map(({ start, end }) => ({ start, end })),
      })),
    };
    await tx.append([
      {
        type: DutiesSuggestedV1.type,
        aggregateType: 'suggested-duties',
        aggregateId: suggestionId,
        aggregateVersion: 1,
        audience,
        data,
      },
    ]);
  }

  /** Also what other processes kept. Nobody waits for it; what fails is tried again when it is due the next time. */
  private async learnIfDue(): Promise<NextPoll> {
    const dueInMs = this.learntAt + this.suggester.learnEveryMs - performance.now();
    if (dueInMs > 0) return dueInMs;
    this.learntAt = performance.now();
    try {
      const news = await this.news();
      if (Object.keys(news).length === 0) this.learntAt = -Infinity;
      else await this.suggester.learn(news);
    } catch (error) {
      if (error instanceof TooMuchToLearn) {
        // It would be too much the next time as well; what comes later may not be.
        this.logger.error(
          `Imported duties take more memory than suggestions have: they go on with those from before. ${error.message}`,
        );
        return 'idle';
      }
      this.corrections.forgetPlace();
      this.imported.forgetPlace();
    }
    return 'idle';
  }

  private news(): Promise<Partial<Lessons>> {
    return this.database.transaction({ kind: 'marketplace' }, async (tx) => {
      const corrections = await this.corrections.ifChanged(tx);
      const imported = await this.imported.ifChanged(tx);
      return { ...(corrections && { corrections }), ...(imported && { imported }) };
    });
  }
}
