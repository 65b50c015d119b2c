import type { Feature } from '../feature.js';
import { OneOpenProposal1796009002000 } from '../migrations/1796009002000-one-open-proposal.js';
import { ProposalRow } from './proposal.row.js';
import { ProposalsModule } from './proposals.module.js';

export const proposals: Feature = {
  module: ProposalsModule,
  rows: [ProposalRow],
  migrations: [OneOpenProposal1796009002000],
};
