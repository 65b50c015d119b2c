/** A table of which somebody gets what is hers. */
export interface OwnTable {
  readonly table: string;
  /** Columns that are nobody's business: hashes, and what the service keeps for itself. */
  readonly without?: readonly string[];
}

const table = (name: string, ...without: string[]): OwnTable => ({ table: name, without });

/** What both sides of an agreement have of it; row-level security shows each side its own rows. */
const ofBothSides: readonly OwnTable[] = [
  table('membership'),
  table('invitation', 'token_hash', 'mail_token_hash'),
  table('api_key', 'key_hash'),
  table('file', 'goes_at', 'is_named', 'seen_by'),
  table('proposal'),
  table('agreement'),
  table('booking'),
  table('engagement'),
  table('duty_run'),
  table('time_entry'),
  table('hour_pack'),
  table('substitution'),
  table('access_grant'),
  table('invoice'),
  table('credit_note'),
  table('invoice_payment'),
  table('review'),
  table('agreed_channel'),
  table('thread'),
  table('message', 'words'),
  table('response_baseline'),
  table('response_result'),
  table('ledger_posting'),
  table('record', 'duplicate_key'),
];

/** What an organisation takes with it, by its side. What isn't named here stays: a new table is nobody's until somebody has looked at it. */
export const tablesOf: Readonly<Record<'agency' | 'business' | 'marketplace', readonly OwnTable[]>> = {
  agency: [
    table('agency'),
    ...ofBothSides,
    table('assistant'),
    table('absence'),
    table('clearance'),
    table('training'),
    table('agency_numbering'),
    table('agency_bank_account'),
    table('payout'),
  ],
  business: [
    table('business'),
    ...ofBothSides,
    table('need'),
    table('duty_suggestion'),
    table('bank_receipt'),
    table('card_payment', 'service_id', 'intent_id', 'url'),
    table('record_books'),
    table('record_month'),
    table('record_year'),
    table('record_source'),
    table('record_rule'),
    table('tax_pack', 'looked_after_until'),
    table('response_hours'),
    table('enquiry'),
  ],
  marketplace: [
    table('membership'),
    table('invitation', 'token_hash', 'mail_token_hash'),
    table('api_key', 'key_hash'),
  ],
};

/** What is known of a person, each by a query of her account's id. */
export const knownOfPerson: Readonly<Record<string, string>> = {
  account: `SELECT id, email, display_name, language, created_at, confirmed_at FROM api.user_account WHERE id = $1`,
  memberships: `SELECT organisation_id, organisation_kind, roles, assistant_id, joined_at, revoked_at FROM api.membership WHERE user_id = $1`,
  sessions: `SELECT program, created_at, expires_at, used_at, revoked_at FROM api.refresh_token WHERE user_id = $1`,
  'api-keys': `SELECT id, organisation_id, name, scopes, created_at, revoked_at FROM api.api_key WHERE created_by = $1`,
  invitations: `SELECT i.organisation_id, i.roles, i.created_at, i.accepted_at FROM api.invitation i
                  JOIN api.user_account u ON u.email = i.email WHERE u.id = $1`,
  notifications: `SELECT * FROM api.notification WHERE user_id = $1`,
  'notification-preferences': `SELECT * FROM api.notification_preference WHERE user_id = $1`,
  files: `SELECT id, name, media_type, size, sha256, uploaded_at FROM api.file WHERE uploaded_by = $1 AND is_kept AND goes_at IS NULL`,
  'clearances-given': `SELECT id, assistant_id, assessor_name FROM api.clearance WHERE assessor_user_id = $1`,
  'clearances-of-my-workplace': `SELECT c.* FROM api.clearance c JOIN api.membership m ON m.assistant_id = c.assistant_id WHERE m.user_id = $1`,
  listing: `SELECT a.* FROM api.assistant a JOIN api.membership m ON m.assistant_id = a.id WHERE m.user_id = $1`,
  absences: `SELECT a.* FROM api.absence a JOIN api.membership m ON m.assistant_id = a.assistant_id WHERE m.user_id = $1`,
  trainings: `SELECT t.* FROM api.training t JOIN api.membership m ON m.assistant_id = t.assistant_id WHERE m.user_id = $1`,
  'time-entries': `SELECT t.* FROM api.time_entry t JOIN api.membership m ON m.assistant_id = t.assistant_id WHERE m.user_id = $1`,
  'erasure-requests': `SELECT * FROM api.erasure WHERE user_id = $1`,
};
