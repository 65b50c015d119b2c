/** What the application's connections are told at their start, as in `libs/platform/src/database/data-source.ts`. */
export const appSession = [
  'search_path=api,public',
  'timezone=UTC',
  'jit=off',
  'role=ajudant_api',
  'statement_timeout=15s',
  'lock_timeout=10s',
  'idle_in_transaction_session_timeout=20s',
  'default_transaction_read_only=on',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');
