import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { CommissionModule } from '../commission/commission.module.js';
import { NeedsModule } from '../needs/needs.module.js';
import { AcceptProposalHandler } from './accept-proposal.js';
import { AdoptSuggestionsHandler } from './adopt-suggestions.js';
import { DeclineProposalHandler } from './decline-proposal.js';
import { MakeProposalHandler } from './make-proposal.js';
import { Offers } from './offers.js';
import { CompareProposals } from './compare-proposals.js';
import { ProposalClosing } from './proposal-closing.js';
import { ProposalComparisonController } from './proposal-comparison.controller.js';
import { ProposalStore } from './proposal.store.js';
import { ProposalPartiesController } from './proposal-parties.controller.js';
import { ProposalsController } from './proposals.controller.js';
import { WithdrawProposalHandler } from './withdraw-proposal.js';

@Module({
  imports: [AgreementsModule, AssistantsModule, CommissionModule, NeedsModule],
  controllers: [ProposalsController, ProposalPartiesController, ProposalComparisonController],
  providers: [
    ProposalStore,
    Offers,
    CompareProposals,
    ProposalClosing,
    MakeProposalHandler,
    AdoptSuggestionsHandler,
    AcceptProposalHandler,
    DeclineProposalHandler,
    WithdrawProposalHandler,
  ],
  exports: [ProposalStore],
})
export class ProposalsModule {}
