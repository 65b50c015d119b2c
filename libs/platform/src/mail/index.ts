export { MailFolder } from './mail-folder.js';
export { type Mail, MailTransport } from './mail-transport.js';
export { SmtpMails } from './smtp-mails.js';
