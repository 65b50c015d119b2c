import { errorTable } from './error-table.js';

export const clearanceErrors = errorTable({
  400: {
    'clearance.unknown-jurisdiction': 'There is no checklist for this jurisdiction',
    'clearance.unknown-item': 'The checklist has no such item',
    'clearance.item-twice': 'An item is answered once',
    'clearance.bad-answer': 'An answer is yes, no or, where it can be, not-applicable',
    'clearance.bad-evidence': 'The evidence is named by a SHA-256 in hexadecimal',
    'clearance.training-in-the-future': 'The training has not taken place yet',
    'clearance.no-assessor': 'A clearance is granted by an assessor with a name',
    'clearance.bad-action': 'An action is described, dated, and belongs to an item that is not met',
    'clearance.already-over': 'The clearance would end before it begins',
    'clearance.too-long': 'The clearance would last longer than the policy allows',
    'clearance.note-missing': 'Closing an action says what was done',
    'clearance.bad-reason': 'A clearance is voided as moved, pain-reported or withdrawn',
  },
  403: {
    'clearance.self-assessed': 'Nobody assesses their own workplace',
  },
  404: {
    'clearance.not-found': 'There is no such clearance',
    'clearance.unknown-action': 'There is no open action for this item',
  },
  409: {
    'clearance.already-requested': 'The clearance exists already',
    'clearance.other-jurisdiction': 'A workplace is cleared by the checklist of the place where it is',
    'clearance.workplace-moved': 'The assistant works in another country now',
    'clearance.not-open': 'The clearance has been granted or voided already',
    'clearance.item-unanswered': 'An item of the checklist has no answer',
    'clearance.critical-item-refused': 'A critical item of the checklist is not met',
    'clearance.no-training': 'The training on setting up a home office is missing',
    'clearance.no-evidence': 'There is no evidence of the workplace',
    'clearance.action-missing': 'What is not met yet needs an action with a date',
    'clearance.not-granted': 'The clearance is not granted',
    'clearance.already-voided': 'The clearance is voided already',
  },
});
