import { type Actor, marketplace, scopeOf } from '#access';
import type { ComparedProposalDto, ProposalComparisonDto } from '#contracts';
import { type Need, notCoveredBy, type Proposal, quoteOf } from '#domain';
import { Injectable } from '@nestjs/common';
import { AgreementParties } from '../agreements/agreement-parties.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import { CommissionRates } from '../commission/commission-rates.js';
import { NeedStore } from '../needs/need.store.js';
import { suggestionDto } from '../suggestions/suggestion.dto-mapping.js';
import { ProposalStore } from './proposal.store.js';

/** More than anybody reads beside each other; the list has all. */
const mostCompared = 50;

/** The open proposals of a need side by side, so that the business sees what each comes to before it takes one. */
@Injectable()
export class CompareProposals {
  constructor(
    private readonly proposals: ProposalStore,
    private readonly needs: NeedStore,
    private readonly assistants: AssistantStore,
    private readonly parties: AgreementParties,
    private readonly commissions: CommissionRates,
  ) {}

  /** The cheapest first; the tax is that of today. @throws DomainError `need.not-found` */
  async of(actor: Actor, needId: string, now: string): Promise<ProposalComparisonDto> {
    const scope = scopeOf(actor);
    const { state: need } = await this.needs.load(scope, needId);
    const open = await this.proposals.sideBySide(scope, needId, mostCompared);
    const items: ComparedProposalDto[] = [];
    for (const id of open) items.push(await this.compared((await this.proposals.load(scope, id)).state, need, now));
    return { needId, items: items.sort((one, other) => one.total.amountMinor - other.total.amountMinor) };
  }

  private async compared(proposal: Proposal, need: Need, now: string): Promise<ComparedProposalDto> {
    const { proposalId, agencyId, businessId, assistantId, lines: priced, suggestions } = proposal;
    const { parties, ...tax } = await this.parties.factsOfDeal({ agencyId, businessId }, now);
    const { standingTerms } = await this.parties.agency(agencyId);
    const { state: assistant } = await this.assistants.load(marketplace, assistantId);
    const prices = new Map(priced.map(({ lineId, unitPrice }) => [lineId, unitPrice]));
    const lines = need.lines.flatMap(({ lineId, volume, cadence }) => {
      const unitPrice = prices.get(lineId);
      return unitPrice === undefined ? [] : [{ lineId, volume, cadence, unitPrice }];
    });
    const [first] = priced;
    if (first === undefined || need.startsOn === null || need.endsOn === null)
      throw new Error(`the proposal ${proposalId} is of a need without lines or term`);
    const { startsOn, endsOn } = need;
    const { currency } = first.unitPrice;
    const commissionBps = await this.commissions.of(agencyId, currency, now);
    const quote = quoteOf({ lines, startsOn, endsOn, currency, commissionBps, ...tax });
    const { dutyCodes, skills } = notCoveredBy(assistant, need);
    return {
      proposalId,
      agencyId,
      agency: parties.agency.legalName,
      assistantId,
      assistant: assistant.displayName,
      lines: quote.lines.map(({ lineId, unitPrice, occurrences, subtotal }) => ({
        lineId,
        unitPrice,
        occurrences,
        subtotal,
      })),
      subtotal: quote.subtotal,
      commission: quote.commission,
      tax: quote.tax,
      total: quote.total,
      responseTargetMinutes: standingTerms.responseTargetMinutes,
      suggestions: suggestions.map(suggestionDto),
      notCovered: { dutyCodes: [...dutyCodes], skills: [...skills] },
    };
  }
}
