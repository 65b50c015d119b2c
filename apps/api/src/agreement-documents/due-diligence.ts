import { type Actor, marketplace } from '#access';
import type { DueDiligenceClearanceDto, DueDiligenceDto } from '#contracts';
import type { Agreement, CatalogueLanguage, Clearance } from '#domain';
import { clearanceTemplates } from '#knowledge/checklists';
import type { PdfBlock, PdfDocument } from '#platform/pdf';
import { Injectable } from '@nestjs/common';
import { AgreementParties } from '../agreements/agreement-parties.js';
import { AgreementReads } from '../agreements/agreement-reads.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import { reasonsForOthers } from '../clearances/void-reasons.js';
import { ClearanceStore } from '../clearances/clearance.store.js';
import { TrainingStore } from '../training/training.store.js';
import { dateIn, dayIn } from '../worded-values.js';
import { TermsWords } from './terms-words.js';

/** How an instant's day reads. */
type Day = (at: string) => string;

/**
 * What a business can show of having looked to it that the place where work is done for it is safe: who assessed it, when, by which
 * rules, until when, and what was learnt. Nothing of answers, of the home or of health.
 */
@Injectable()
export class DueDiligence {
  constructor(
    private readonly agreements: AgreementReads,
    private readonly parties: AgreementParties,
    private readonly assistants: AssistantStore,
    private readonly clearances: ClearanceStore,
    private readonly trainings: TrainingStore,
  ) {}

  /** @throws DomainError `agreement.not-found` */
  async of(actor: Actor, id: string, now: string): Promise<DueDiligenceDto> {
    const { state: agreement } = await this.agreements.one(actor, id);
    return this.ofAgreement(agreement, now);
  }

  private async ofAgreement(agreement: Agreement, now: string): Promise<DueDiligenceDto> {
    const { agency, business } = await this.parties.legalParties(agreement);
    const { state: assistant } = await this.assistants.load(marketplace, agreement.assistantId);
    const clearances = await this.clearances.allOf(agreement.assistantId);
    const training = await this.trainings.find(agreement.assistantId);
    return {
      agreementId: agreement.agreementId,
      agency: agency.legalName,
      business: business.legalName,
      assistant: assistant.displayName,
      countryCode: assistant.countryCode,
      madeAt: now,
      clearances: clearances.map(clearanceOf),
      training: training && {
        jurisdiction: training.jurisdiction,
        courseVersion: training.courseVersion,
        assignedAt: training.assignedAt,
        doneAt: training.status === 'done' ? training.doneAt : null,
      },
    };
  }

  /** The same as a paper, on which days are those of the agreement. */
  async paper(actor: Actor, id: string, language: CatalogueLanguage, now: string): Promise<PdfDocument> {
    const { state: agreement } = await this.agreements.one(actor, id);
    const record = await this.ofAgreement(agreement, now);
    const words = new TermsWords(language);
    const { timeZone } = agreement.versions.at(-1)!.terms;
    const day: Day = (at) => dayIn(at, language, timeZone);
    const footer = words.sentence('made-on', { on: day(now) });
    return {
      title: words.name('due-diligence'),
      author: 'Ajudant',
      subject: `${record.business} – ${record.assistant}`,
      language,
      at: new Date(now),
      blocks: [
        { kind: 'heading', level: 1, text: words.name('due-diligence') },
        {
          kind: 'facts',
          rows: [
            [words.name('business'), record.business],
            [words.name('agency'), record.agency],
            [words.name('named-assistant'), record.assistant],
          ],
        },
        { kind: 'paragraph', text: words.name('due-diligence-says') },
        ...record.clearances.flatMap((clearance) => clearanceBlocks(clearance, words, { language, day })),
        ...trainingBlocks(record, words, day),
      ],
      footer: {
        text: footer,
        page: (page, of) => words.sentence('page', { page: String(page), of: String(of) }),
      },
    };
  }
}

function clearanceOf(clearance: Clearance): DueDiligenceClearanceDto {
  const granted = clearance.status === 'granted' ? clearance : null;
  const voided = clearance.status === 'voided' ? clearance : null;
  const { jurisdiction, countryCode, templateVersion, status, requestedAt, openActions } = clearance;
  return {
    status,
    jurisdiction,
    countryCode,
    templateVersion,
    legalBasis: [...clearanceTemplates[jurisdiction].legalBasis],
    requestedAt,
    assessor: granted?.assessor.name ?? null,
    grantedAt: granted?.grantedAt ?? null,
    validUntil: granted?.validUntil ?? null,
    openActionsDueOn: openActions.map(({ dueOn }) => dueOn).sort(),
    voidedAt: voided?.voidedAt ?? null,
    voidReason: voided && reasonsForOthers[voided.reason],
  };
}

function clearanceBlocks(
  clearance: DueDiligenceClearanceDto,
  words: TermsWords,
  { language, day }: { readonly language: CatalogueLanguage; readonly day: Day },
): PdfBlock[] {
  const dayOf = (at: string | null): string | null => at && day(at);
  const { status, legalBasis, templateVersion, requestedAt, assessor, grantedAt, validUntil, voidedAt } = clearance;
  const rows = [
    [words.name('by-the-rules'), `${legalBasis.join('; ')} (${templateVersion})`],
    [words.name('handed-in'), dayOf(requestedAt)],
    [words.name('assessed-by'), assessor],
    [words.name('cleared-on'), dayOf(grantedAt)],
    [words.name('cleared-until'), dayOf(validUntil)],
    [words.name('to-be-put-right-by'), clearance.openActionsDueOn.map((on) => dateIn(on, language)).join(', ')],
    [words.name('void-since'), dayOf(voidedAt)],
    [words.name('void-because'), clearance.voidReason && words.name(`void-${clearance.voidReason}`)],
  ] as const;
  return [
    { kind: 'heading', level: 2, text: words.name(`workplace-${status}`) },
    { kind: 'facts', rows: rows.flatMap(([name, value]) => (value ? [[name, value] as const] : [])) },
  ];
}

function trainingBlocks({ training }: DueDiligenceDto, words: TermsWords, day: Day): PdfBlock[] {
  const heading: PdfBlock = { kind: 'heading', level: 2, text: words.name('training') };
  if (training === null) return [heading, { kind: 'paragraph', text: words.name('no-training') }];
  const { assignedAt, doneAt } = training;
  const done = doneAt === null ? words.name('not-done') : day(doneAt);
  return [
    heading,
    {
      kind: 'facts',
      rows: [
        [words.name('assigned-on'), day(assignedAt)],
        [words.name('done-on'), done],
      ],
    },
  ];
}
