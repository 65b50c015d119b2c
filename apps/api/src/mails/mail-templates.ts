import { readFileSync } from 'node:fs';

export const mailLanguages = ['en', 'es', 'ca'] as const;
export type MailLanguage = (typeof mailLanguages)[number];
export type MailKind = 'confirm-address' | 'reset-password' | 'invitation';

/** What a mail says besides the words of its template; what is empty takes its line with it. */
export type MailFacts = Readonly<Record<'name' | 'organisation' | 'code' | 'link', string>>;

export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** apps/api/data/mail, which the build copies beside the compiled code. */
const folder = new URL('../../data/mail/', import.meta.url);
const kept = new Map<string, string>();

/** Writes a mail by the templates of its language: `{{name}}` stands for a fact, and the first line of the text is the subject. */
export function writeMail(kind: MailKind, language: MailLanguage, facts: MailFacts): WrittenMail {
  const [subject = '', , ...text] = filled(template(`${language}/${kind}.txt`), facts, (fact) => fact).split('\n');
  return {
    subject: subject.replace(/^Subject: /, ''),
    text: text.join('\n'),
    html: filled(template(`${language}/${kind}.html`), facts, escaped),
  };
}

function template(name: string): string {
  const known = kept.get(name) ?? readFileSync(new URL(name, folder), 'utf8');
  kept.set(name, known);
  return known;
}

function filled(written: string, facts: MailFacts, show: (fact: string) => string): string {
  const lines = written.split('\n').filter((line) => !namesIn(line).some((name) => facts[name] === ''));
  return lines.join('\n').replaceAll(/\{\{(\w+)\}\}/g, (_, name: keyof MailFacts) => show(facts[name]));
}

const namesIn = (line: string): (keyof MailFacts)[] =>
  [...line.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as keyof MailFacts);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (fact: string): string => fact.replaceAll(/[&<>"']/g, (character) => entities[character]!);
