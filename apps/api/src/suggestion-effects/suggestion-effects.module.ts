import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { ResponseTimeModule } from '../response-time/response-time.module.js';
import { SuggestionsModule } from '../suggestions/suggestions.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { EffectCounting } from './effect-counting.js';
import { EffectsBeginning } from './effects-beginning.js';
import { MeasuringEffects } from './measuring-effects.js';
import { SuggestionEffectsController } from './suggestion-effects.controller.js';
import { SuggestionRecordController } from './suggestion-record.controller.js';
import { TellEffectHandler } from './tell-effect.js';

@Module({
  imports: [AgenciesModule, AgreementsModule, ResponseTimeModule, SuggestionsModule, WorkRecordsModule],
  controllers: [SuggestionEffectsController, SuggestionRecordController],
  providers: [EffectsBeginning, EffectCounting, MeasuringEffects, TellEffectHandler],
})
export class SuggestionEffectsModule {}
