/** Why a mailbox can't be read, as the event and the API say it. It may grow and never shrinks. */
export const mailboxFailureCodes = [
  'address-refused',
  'connection',
  'host-unknown',
  'login-refused',
  'no-sent-folder',
  'not-imap',
  'password-lost',
  'timeout',
  'tls',
  'too-large',
] as const;
