import { DutiesSuggestedV1, DutySuggestionCorrectedV1, topicOf, WordsAskedV1 } from '#contracts';
import { suggestDuties } from '#domain';
import type { Transaction } from '#platform/database';
import { Messaging, messagingToken, on } from '#platform/messaging';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { LearnedLexicon } from './learned-lexicon.js';

/** Answers plain words with duties, and learns from what businesses correct. */
@Injectable()
export class WordsAsked implements OnModuleInit {
  constructor(
    @Inject(messagingToken('matcher')) private readonly messaging: Messaging,
    private readonly lexicon: LearnedLexicon,
  ) {}

  onModuleInit(): void {
    this.messaging.consume({
      consumer: 'matcher-suggesting',
      topics: [topicOf('duty-suggestion')],
      handlers: {
        [WordsAskedV1.type]: on(WordsAskedV1, ({ aggregateId, audience, data }, tx) =>
          this.suggest(tx, aggregateId, audience, data),
        ),
        [DutySuggestionCorrectedV1.type]: on(DutySuggestionCorrectedV1, ({ aggregateId, data }, tx) =>
          this.learn(tx, aggregateId, data),
        ),
      },
    });
  }

  private async suggest(
    tx: Transaction,
    suggestionId: string,
    audience: readonly string[],
    { text, language: given }: WordsAskedV1,
  ): Promise<void> {
    const { language, abstained, suggestions } = suggestDuties(text, given, await this.lexicon.current(tx));
    const data: DutiesSuggestedV1 = {
      language,
      abstained,
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

  private async learn(
    tx: Transaction,
    suggestionId: string,
    { text, language, dutyCodes, correctedAt }: DutySuggestionCorrectedV1,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO matcher.correction (suggestion_id, text, language, duty_codes, corrected_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (suggestion_id) DO UPDATE
         SET text = $2, language = $3, duty_codes = $4, corrected_at = $5, written_by = DEFAULT`,
      [suggestionId, text, language, dutyCodes, correctedAt],
    );
  }
}
