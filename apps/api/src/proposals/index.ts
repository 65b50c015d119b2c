import type { Feature } from '../feature.js';
import { ProposalRow } from './proposal.row.js';
import { ProposalsModule } from './proposals.module.js';

export const proposals: Feature = { module: ProposalsModule, rows: [ProposalRow] };
