/**
 * Variables of the environment that one service reads and the other doesn't. Whoever starts knows them all, so that what is
 * misspelt can be told from what is for somebody else.
 */
export const variablesOfServices = [
  'AJUDANT_ADMIN_EMAIL',
  'AJUDANT_ADMIN_PASSWORD',
  'AJUDANT_BANK_HOLDER',
  'AJUDANT_BANK_IBAN',
  'AJUDANT_CLEARANCE_MONTHS',
  'AJUDANT_COMMISSION_BPS',
  'AJUDANT_CONFIRM_ADDRESSES',
  'AJUDANT_CREDENTIALS_KEY',
  'AJUDANT_DEMO',
  'AJUDANT_FILES_S3_KEY_ID',
  'AJUDANT_FILES_S3_REGION',
  'AJUDANT_FILES_S3_SECRET',
  'AJUDANT_FILES_S3_URL',
  'AJUDANT_HOLD_MINUTES',
  'AJUDANT_INBOUND_MAIL_DOMAIN',
  'AJUDANT_MAIL_FROM',
  'AJUDANT_OUTBOUND_LOOPBACK',
  'AJUDANT_SMTP_URL',
  'AJUDANT_SNAPSHOT_DIR',
  'AJUDANT_VAT_RATES',
  'AJUDANT_VIES_URL',
  'AJUDANT_WEB_URL',
] as const;
