import type { AgencyId, AssistantId, BusinessId, NeedId, ProposalId, UserId } from '../ids.js';
import type { Shortfall } from '../matching/shortfall.js';
import { refusalOf } from '../refusals.examples.js';
import type { Suggestion } from './suggestion.js';
import { decideProposal, evolveProposal } from './proposal-decisions.js';
import type { MakeProposal, Proposal, ProposalCommand } from './proposal.js';

const agencyId = 'agency-1' as AgencyId;
const businessId = 'business-1' as BusinessId;
const agency = { organisationId: agencyId, userId: 'user-a' as UserId };
const business = { organisationId: businessId, userId: 'user-b' as UserId };
const now = '2026-02-20T09:00:00.000Z';
const suggestion = (suggestionId: string): Suggestion => ({
  suggestionId,
  title: 'Canned answers',
  baseline: 'Every answer is written anew',
  expectedEffect: 'Half the minutes per answer',
  measure: 'Minutes per answered message',
});
const make: MakeProposal = {
  type: 'makeProposal',
  proposalId: 'proposal-1' as ProposalId,
  need: {
    needId: 'need-1' as NeedId,
    version: 3,
    businessId,
    posted: true,
    lineIds: ['inbox', 'books'],
    openToProposals: false,
    invitedAgencyIds: [agencyId],
    currency: 'EUR',
  },
  agencyId,
  assistant: { assistantId: 'assistant-1' as AssistantId, agencyId },
  offer: { agencyStatus: 'verified', assistantStatus: 'published', disqualification: null },
  othersOpen: 0,
  lines: [
    { lineId: 'inbox', unitPrice: { amountMinor: 1250, currency: 'EUR' } },
    { lineId: 'books', unitPrice: { amountMinor: 95, currency: 'EUR' } },
  ],
  suggestions: [suggestion('s1'), suggestion('s2')],
  message: 'We know bakeries.',
  now,
};
const made = decideProposal(make, null).reduce<Proposal | null>(evolveProposal, null) as Proposal;
const adopt = (...suggestionIds: string[]) => ({ type: 'adoptSuggestions', by: business, suggestionIds, now }) as const;
const accept = { type: 'acceptProposal', by: business, need: make.need, offer: make.offer, now } as const;
const decline = { type: 'declineProposal', by: business, reason: 'Too dear', now } as const;
const withdraw = { type: 'withdrawProposal', by: agency, now } as const;
const after = (...commands: ProposalCommand[]): Proposal =>
  commands.reduce((state, command) => decideProposal(command, state).reduce(evolveProposal, state), made);
const refusal = (command: ProposalCommand, proposal: Proposal | null): string | null =>
  refusalOf(() => decideProposal(command, proposal));

const shortfall: Shortfall = {
  agencyStatus: null,
  languages: [{ language: 'ca', minLevel: 'B2', level: 'A2' }],
  skills: [],
  dutyCodes: [],
  rate: null,
  clearance: null,
  week: null,
};
const disqualification = { filter: 'language', shortfall } as const;

describe('making a proposal', () => {
  it('names one assistant, prices every line and may suggest', () => {
    expect(made).toMatchObject({
      status: 'open',
      needVersion: 3,
      assistantId: 'assistant-1',
      adoptedSuggestionIds: [],
    });
    expect(refusal({ ...make, suggestions: [], need: { ...make.need, openToProposals: true } }, null)).toBeNull();
  });

  const { need, assistant, offer, lines } = make;
  const [inbox, books] = lines;
  const refusals: readonly (readonly [string, Partial<MakeProposal>, string])[] = [
    [
      'by an agency that is not verified',
      { offer: { ...offer, agencyStatus: 'suspended' } },
      'proposal.agency-not-verified',
    ],
    [
      'with an assistant of another agency',
      { assistant: { ...assistant, agencyId: 'agency-2' as AgencyId } },
      'proposal.assistant-of-another-agency assistantId',
    ],
    [
      'with an assistant who is not listed',
      { offer: { ...offer, assistantStatus: 'draft' } },
      'proposal.assistant-not-published assistantId',
    ],
    ['for a need that is not posted', { need: { ...need, posted: false } }, 'proposal.need-not-posted'],
    ['by an agency that was not invited', { need: { ...need, invitedAgencyIds: [] } }, 'proposal.not-invited'],
    ['by an agency that has ten of them open for the need', { othersOpen: 10 }, 'proposal.too-many-open'],
    ['with a line priced twice', { lines: [inbox!, books!, inbox!] }, 'proposal.line-duplicated lines'],
    ['with a line left out', { lines: [inbox!] }, 'proposal.line-unpriced lines'],
    [
      'with a line that the need does not have',
      { lines: [inbox!, { ...books!, lineId: 'garden' }] },
      'proposal.line-unknown lines.1.lineId',
    ],
    [
      'with a negative price',
      { lines: [inbox!, { ...books!, unitPrice: { amountMinor: -1, currency: 'EUR' } }] },
      'proposal.price-out-of-range lines.1.unitPrice.amountMinor',
    ],
    [
      'in two currencies',
      { lines: [inbox!, { ...books!, unitPrice: { amountMinor: 1, currency: 'GBP' } }] },
      'proposal.currencies-differ lines',
    ],
    [
      'in another currency than the need',
      { need: { ...need, currency: 'GBP' } },
      'proposal.other-currency lines.0.unitPrice.currency',
    ],
    [
      'with an assistant who fails a hard filter',
      { offer: { ...offer, disqualification } },
      'proposal.assistant-not-qualified assistantId',
    ],
    [
      'with a suggestion that can not be measured',
      { suggestions: [{ ...suggestion('s1'), measure: ' ' }] },
      'proposal.suggestion-incomplete suggestions.0.measure',
    ],
    [
      'with a suggestion that is called by what people write',
      { suggestions: [suggestion('600 123 456')] },
      'proposal.bad-suggestion-id suggestions.0.suggestionId',
    ],
    [
      'with two suggestions of one id',
      { suggestions: [suggestion('s1'), suggestion('s1')] },
      'proposal.suggestion-duplicated suggestions',
    ],
    [
      'with a heap of suggestions',
      { suggestions: Array.from({ length: 21 }, (_, index) => suggestion(`s${index}`)) },
      'proposal.too-many-suggestions suggestions',
    ],
    ['with an endless message', { message: 'x'.repeat(5001) }, 'proposal.message-too-long message'],
  ];
  it.each(refusals)('is refused %s', (_, changes, expected) => {
    expect(refusal({ ...make, ...changes }, null)).toBe(expected);
  });
});

describe('answering a proposal', () => {
  it('adopts suggestions, each once', () => {
    expect(decideProposal(adopt('s2', 's2'), made)).toMatchObject([{ suggestionIds: ['s2'] }]);
    const adopted = after(adopt('s2'));
    expect(decideProposal(adopt('s2'), adopted)).toEqual([]);
    expect(after(adopt('s2'), adopt('s1', 's2')).adoptedSuggestionIds).toEqual(['s2', 's1']);
    expect(refusal(adopt('s1', 's9'), made)).toBe('proposal.suggestion-unknown suggestionIds.1');
  });

  it('accepts, declines or withdraws it once', () => {
    expect(after(adopt('s1'), accept)).toMatchObject({ status: 'accepted', adoptedSuggestionIds: ['s1'] });
    expect(after(decline)).toMatchObject({ status: 'declined', reason: 'Too dear' });
    expect(after(withdraw).status).toBe('withdrawn');
    for (const decided of [after(accept), after(decline), after(withdraw)]) {
      for (const command of [adopt('s1'), accept, decline, withdraw]) {
        expect(refusal(command, decided)).toBe('proposal.not-open');
      }
    }
  });

  it('is closed with its need while it is open, and otherwise stays as it was decided', () => {
    const close = { type: 'closeProposal', now } as const;
    expect(after(close)).toMatchObject({ status: 'closed', closedAt: now });
    expect(decideProposal(close, after(accept))).toEqual([]);
    for (const command of [accept, decline, withdraw]) expect(refusal(command, after(close))).toBe('proposal.not-open');
  });

  it('says in words which condition the assistant fails', () => {
    expect(() => decideProposal({ ...make, offer: { ...make.offer, disqualification } }, null)).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({
          rule: 'language',
          detail: 'The assistant fails the filter language: ca B2 is needed, A2 is spoken',
        }),
      }),
    );
  });

  it('is for the business; taking it back is for the agency', () => {
    for (const command of [adopt('s1'), accept, decline]) {
      expect(refusal({ ...command, by: agency }, made)).toBe('proposal.not-the-business');
    }
    expect(refusal({ ...withdraw, by: business }, made)).toBe('proposal.not-the-agency');
  });

  it('is refused when the need is closed or asks for other lines by now, or what was offered is gone', () => {
    expect(refusal({ ...accept, need: { ...make.need, posted: false } }, made)).toBe('proposal.need-not-posted');
    for (const lineIds of [['inbox'], ['inbox', 'garden'], ['inbox', 'books', 'garden']]) {
      expect(refusal({ ...accept, need: { posted: true, lineIds } }, made)).toBe('proposal.need-changed');
    }
    expect(refusal({ ...accept, offer: { ...make.offer, agencyStatus: 'suspended' } }, made)).toBe(
      'proposal.agency-not-verified',
    );
    expect(refusal({ ...accept, offer: { ...make.offer, assistantStatus: 'withdrawn' } }, made)).toBe(
      'proposal.assistant-not-published',
    );
    expect(refusal({ ...accept, offer: { ...make.offer, disqualification } }, made)).toBe(
      'proposal.assistant-not-qualified assistantId',
    );
    expect(refusal({ ...decline, reason: 'x'.repeat(2001) }, made)).toBe('proposal.reason-too-long reason');
  });

  it('leaves facts that give the same proposal each time', () => {
    const facts = [make, adopt('s1'), accept].reduce<{
      state: Proposal | null;
      all: ReturnType<typeof decideProposal>;
    }>(
      ({ state, all }, command) => {
        const decided = decideProposal(command, state);
        return { state: decided.reduce<Proposal | null>(evolveProposal, state), all: [...all, ...decided] };
      },
      { state: null, all: [] },
    );
    expect(structuredClone(facts.all).reduce<Proposal | null>(evolveProposal, null)).toEqual(facts.state);
    expect(() => facts.all.reduce<Proposal | null>(evolveProposal, facts.state)).toThrow('proposalMade');
  });
});
