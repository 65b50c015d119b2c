import type {
  CatalogueLanguage,
  DutyLine,
  HolidayCalendar,
  LineField,
  Money,
  QuantityOfLine,
  TermsChange,
  TermsField,
  TermsValue,
} from '#domain';
import { knownCalendars } from '#knowledge/holidays';
import { readFileSync } from 'node:fs';
import { recurrenceInWords } from './recurrence-in-words.js';
import { amountIn, dateIn, durationIn, filledIn, shareIn } from '../worded-values.js';

type Wording = Readonly<Record<string, string>>;

/** apps/api/data/agreements, which the build copies beside the compiled code. */
const folder = new URL('../../data/agreements/', import.meta.url);
const kept = new Map<CatalogueLanguage, Wording>();

/** A change as somebody reads it. */
export interface WordedChange {
  readonly lineId: string | null;
  /** What of the terms, or of the line, it is about. */
  readonly field: TermsField | LineField | 'line' | 'suggestion';
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly says: string;
}

/** Terms of an agreement in the words of one language; what people wrote into them stays as they wrote it. */
export class TermsWords {
  private readonly wording: Wording;

  constructor(private readonly language: CatalogueLanguage) {
    const known =
      kept.get(language) ?? (JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Wording);
    kept.set(language, known);
    this.wording = known;
  }

  name(id: string): string {
    const words = this.wording[id];
    if (words === undefined) throw new Error(`there are no words for ${id} in ${this.language}`);
    return words;
  }

  /** With `{name}` for what is put in. */
  sentence(id: string, said: Readonly<Record<string, string>>): string {
    return filledIn(this.name(id), said);
  }

  value(value: TermsValue | null): string {
    if (value === null) return this.name('unsaid');
    switch (value.kind) {
      case 'text':
        return value.text;
      case 'money':
        return amountIn(value.money, this.language);
      case 'duration':
        return durationIn(value.minutes, this.language);
      case 'share':
        return shareIn(value.bps, this.language);
      case 'date':
        return dateIn(value.on, this.language);
      case 'channels':
        return value.channels.map((channel) => this.name(`channel-${channel}`)).join(', ');
      case 'quantity':
        return this.quantity(value.line);
      case 'rule':
        return recurrenceInWords(value.recurrence, this, this.language);
      case 'accountable':
        return value.accountable.party === 'assistant' ? this.name('assistant') : value.accountable.personName;
      case 'holidays':
        return this.holidays(value.holidays);
      case 'payment':
        return value.payment.mode === 'prepaid'
          ? this.name('prepaid')
          : this.sentence('on-account', { limit: amountIn(value.payment.limit, this.language) });
      case 'pack':
        return this.sentence(value.pack.carryOverHours === 0 ? 'pack-lapses' : 'pack-carries', {
          hours: new Intl.NumberFormat(this.language).format(value.pack.carryOverHours),
        });
      case 'mode':
        return this.name(value.mode);
      case 'reminders':
        return this.reminders(value.steps);
      case 'issuer':
        return this.name(`issuer-${value.issuer}`);
      default:
        return value satisfies never;
    }
  }

  change(change: TermsChange): WordedChange {
    switch (change.subject) {
      case 'terms':
      case 'line': {
        const { field } = change;
        const [name, before, after] = [this.name(field), this.value(change.before), this.value(change.after)];
        const line = change.subject === 'line' ? change.line : null;
        const says = this.sentence(line === null ? 'changed' : 'line-changed', {
          what: name,
          before,
          after,
          line: line?.description ?? '',
        });
        return { lineId: line?.lineId ?? null, field, name, before, after, says };
      }
      case 'line-added':
      case 'line-removed': {
        const { line, subject } = change;
        const said = this.lineInWords(line);
        const says = this.sentence(subject, said);
        const added = subject === 'line-added';
        return { ...this.one('line', 'duty', said['line'] ?? '', added), lineId: line.lineId, says };
      }
      case 'suggestion-added':
      case 'suggestion-removed': {
        const { title } = change.suggestion;
        const added = change.subject === 'suggestion-added';
        return {
          ...this.one('suggestion', 'suggestion', title, added),
          says: this.sentence(change.subject, { title }),
        };
      }
      default:
        return change satisfies never;
    }
  }

  private reminders(steps: readonly { readonly afterDays: number; readonly fee: Money }[]): string {
    if (steps.length === 0) return this.name('no-reminders');
    return steps
      .map(({ afterDays, fee }) =>
        this.sentence(fee.amountMinor === 0 ? 'reminder' : 'reminder-with-fee', {
          days: String(afterDays),
          fee: amountIn(fee, this.language),
        }),
      )
      .join('; ');
  }

  private holidays({ countryCode, regionCode }: HolidayCalendar): string {
    const country = new Intl.DisplayNames(this.language, { type: 'region' }).of(countryCode) ?? countryCode;
    const known = knownCalendars().find((calendar) => calendar.countryCode === countryCode);
    const region = known?.regions.find(({ code }) => code === regionCode)?.name;
    return region === undefined ? country : `${country}, ${region}`;
  }

  private one(field: 'line' | 'suggestion', name: string, said: string, added: boolean) {
    return { lineId: null, field, name: this.name(name), before: added ? null : said, after: added ? said : null };
  }

  private lineInWords(line: DutyLine): Readonly<Record<string, string>> {
    return {
      line: line.description,
      amount: this.quantity(line),
      price: amountIn(line.unitPrice, this.language),
      accountable: this.value({ kind: 'accountable', accountable: line.accountable }),
    };
  }

  private quantity({ volume, unit, cadence, rule, asNeeded }: QuantityOfLine): string {
    const count = new Intl.NumberFormat(this.language).format(volume);
    const amount = this.sentence(asNeeded === undefined ? 'units' : 'hours', { count, unit });
    return this.sentence(rule === undefined ? cadence : 'each-time', { amount });
  }
}
