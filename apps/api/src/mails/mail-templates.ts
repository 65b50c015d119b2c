import { readFileSync } from 'node:fs';
import { escaped } from '../html-text.js';
import { factInHtml, mailInHtml } from './mail-html.js';

export const mailLanguages = ['en', 'es', 'ca'] as const;
export type MailLanguage = (typeof mailLanguages)[number];
export const mailKinds = ['confirm-address', 'reset-password', 'invitation', 'notification', 'digest'] as const;
export type MailKind = (typeof mailKinds)[number];

/** What a mail says besides the words of its template; what is empty or left out takes its line with it. */
export type MailFacts = Readonly<Partial<Record<MailFact, string>>> & {
  /** A line of the template that names facts of an `item` stands once for each of them. */
  readonly items?: readonly Readonly<Record<'says' | 'link', string>>[];
};
type MailFact = 'name' | 'organisation' | 'code' | 'link' | 'says' | 'stop';

export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** apps/api/data/mail, which the build copies beside the compiled code. */
const folder = new URL('../../data/mail/', import.meta.url);
const kept = new Map<string, string>();

/** Writes a mail by the template of its language: `{{name}}` stands for a fact, and the first line is the subject. */
export function writeMail(kind: MailKind, language: MailLanguage, facts: MailFacts): WrittenMail {
  const written = template(`${language}/${kind}.txt`);
  const [first = '', , ...text] = filled(written, facts, (fact) => fact).split('\n');
  const [, , ...html] = filled(escaped(written), facts, factInHtml).split('\n');
  const subject = first.replace(/^Subject: /, '');
  return { subject, text: text.join('\n'), html: mailInHtml(language, subject, html) };
}

function template(name: string): string {
  const known = kept.get(name) ?? readFileSync(new URL(name, folder), 'utf8');
  kept.set(name, known);
  return known;
}

function filled(written: string, { items = [], ...facts }: MailFacts, show: ShowFact): string {
  const withItems = items.map(({ says, link }): NamedFacts => ({ 'item.says': says, 'item.link': link }));
  const lines = written.split('\n').flatMap((line) => {
    const isOfItem = namesIn(line).some((name) => name.startsWith('item.'));
    if (isOfItem) return withItems.map((item) => fill(line, item, show));
    const isEmpty = (name: string): boolean => ((facts as NamedFacts)[name] ?? '') === '';
    return namesIn(line).some(isEmpty) ? [] : [fill(line, facts, show)];
  });
  return lines.join('\n');
}

type NamedFacts = Readonly<Record<string, string>>;
type ShowFact = (fact: string, name: string) => string;

const place = /\{\{([\w.]+)\}\}/g;
const namesIn = (line: string): string[] => [...line.matchAll(place)].map(([, name]) => name!);
const fill = (line: string, facts: NamedFacts, show: ShowFact): string =>
  line.replaceAll(place, (_, name: string) => show(facts[name]!, name));
