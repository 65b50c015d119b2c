import { errorTable } from './error-table.js';

/** Refusals around substitutes. */
export const substitutionErrors = errorTable({
  400: {
    'substitution.same-assistant': 'A substitute is somebody else',
    'substitution.line-unknown': 'The agreement in force has no such line of the assistant',
    'substitution.access-unknown': 'The assistant has no such access for this engagement',
    'substitution.named-twice': 'The same is named twice',
    'substitution.too-many-items': 'There are too many of them',
    'substitution.text-length': 'The text is empty or too long',
    'substitution.reason-length': 'The reason is missing or too long',
  },
  403: {
    'substitution.not-the-agency': 'Only the agency may do this',
    'substitution.not-the-business': 'Only the business may do this',
  },
  404: {
    'substitution.not-found': 'There is no such substitution',
  },
  409: {
    'substitution.agreement-not-accepted': 'No version of the agreement is in force',
    'substitution.agency-not-verified': 'The agency is not active at the moment',
    'substitution.assistant-not-published': 'The substitute is not listed at the moment',
    'substitution.clearance-missing': 'The substitute has no safety clearance',
    'substitution.clearance-elsewhere': 'The safety clearance is of a workplace in another country',
    'substitution.clearance-too-short': 'The safety clearance ends too early',
    'substitution.not-qualified': 'The substitute fails a condition of the need',
    'substitution.not-proposed': 'The substitution does not wait for an answer any more',
    'substitution.another-consented': 'Somebody else was taken',
    'substitution.not-consented': 'The business has not consented',
    'substitution.handed-over': 'What was handed over does not change any more',
    'substitution.handover-incomplete': 'The handover pack is not complete: the substitute can not start',
    'substitution.timer-runs': 'A timer runs; it has to be stopped first',
    'substitution.not-started': 'The substitute has not started',
    'substitution.for-good': 'The substitute stays for good',
  },
});
