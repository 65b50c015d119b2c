import {
  type AgencyId,
  type AssistantId,
  type Candidate,
  type ExchangeRates,
  instantOf,
  minuteMs,
  type Money,
  type Spans,
} from '#domain';
import { type AgencyFacts, AgencyTable } from './agency-table.js';
import {
  type AssistantBits,
  type AssistantColumns,
  bitsFor,
  calendarOf,
  columnsFor,
  glanceWidth,
  hasBit,
  setBit,
} from './assistant-columns.js';
import { AssistantTimes } from './assistant-times.js';
import { CalendarTable } from './calendar-table.js';
import { PriceTable } from './price-table.js';
import { ProfilePostings } from './profile-postings.js';
import { Thresholds } from './thresholds.js';
import { UuidTable } from './uuid-table.js';

/** What is known of a listed assistant besides what holds for their agency. */
export type ListedAssistant = Omit<Candidate, 'agencyStatus' | 'responses'>;

const rowsPerWord = 32;

/**
 * Everybody who is listed, in typed arrays, with what searching goes by kept beside: bits for each duty, language, price
 * and clearance. Whoever comes, changes or goes is written in place. The order in which they came makes no difference to
 * what can be asked.
 */
export class SupplyColumns {
  readonly ids = new UuidTable();
  readonly agencies = new AgencyTable();
  readonly calendars = new CalendarTable();
  readonly prices: PriceTable;
  readonly times = new AssistantTimes();
  private capacity = 0;
  columns: AssistantColumns = columnsFor(0);
  bits: AssistantBits = bitsFor(0);
  readonly profiles = new ProfilePostings(0);
  readonly thresholds = new Thresholds(this.agencies);

  constructor(rates: ExchangeRates) {
    this.prices = new PriceTable(rates);
  }

  /** Works out anew what every price is worth. */
  compareBy(rates: ExchangeRates): void {
    this.prices.rates = rates;
    const { amountMinor, currency } = this.columns;
    for (let row = 0; row < this.ids.rows.end; row += 1) {
      this.thresholds.putPrice(row, this.prices.value(amountMinor[row]!, currency[row]!), this.columns);
    }
  }

  /** How many are listed. */
  get size(): number {
    return this.ids.rows.used;
  }

  /** Words of the bit sets: no row in use is beyond them. */
  get words(): number {
    return Math.ceil(this.ids.rows.end / rowsPerWord);
  }

  /** Adds an assistant, or replaces all that was known. @throws RangeError for an id that is no UUID in lower case */
  put(assistant: ListedAssistant): void {
    const known = this.ids.rowOf(assistant.assistantId);
    if (known >= 0) this.clear(known);
    const row = known >= 0 ? known : this.ids.add(assistant.assistantId);
    this.reserve(this.ids.rows.end);
    const { columns, bits } = this;
    columns.agency[row] = this.agencies.rowOf(assistant.agencyId);
    this.agencies.link(row, columns);
    columns.glance[glanceWidth * row] = this.calendars.use(assistant.timeZone, assistant.weeklyHours);
    columns.calendarVersion[row] = assistant.calendarVersion;
    columns.capacityMinutes[row] = assistant.weeklyCapacityMinutes;
    this.thresholds.putCapacity(row, columns);
    columns.listedAt[row] = Date.parse(assistant.listedAt);
    this.putPrice(row, assistant.hourlyRate);
    this.putClearance(row, assistant.clearedUntil);
    columns.workRuns[row] = assistant.work.runs;
    columns.workOnTime[row] = assistant.work.onTime;
    this.putReviews(row, assistant.reviews);
    columns.profileAt[row] = this.profiles.add(row, assistant);
    this.times.put(row, columns, assistant);
    setBit(bits.listed, row, true);
    setBit(bits.active, row, this.agencies.isVerified(columns.agency[row]));
    setBit(bits.instantBooking, row, assistant.instantBooking);
  }

  /** Forgets an assistant; one who isn't known is no matter. */
  remove(assistantId: string): void {
    const row = this.ids.rowOf(assistantId);
    if (row < 0) return;
    this.clear(row);
    for (const bits of Object.values(this.bits) as Int32Array[]) setBit(bits, row, false);
    this.ids.remove(row);
  }

  setAgency(agencyId: string, facts: AgencyFacts): void {
    const row = this.agencies.rowOf(agencyId);
    const before = { isVerified: this.agencies.isVerified(row), answered: this.agencies.answeredShareOf(row) };
    this.agencies.set(row, facts);
    const [isVerified, answered] = [this.agencies.isVerified(row), this.agencies.answeredShareOf(row)];
    if (isVerified === before.isVerified && answered === before.answered) return;
    for (const member of this.agencies.members(row, this.columns)) {
      setBit(this.bits.active, member, isVerified);
      this.thresholds.putStaticScore(member, this.columns, this.bits);
    }
  }

  /** Works out again what depends on the time and the marketplace's mean, if they have moved. Before every search. */
  keepUp(marketplaceQuality: number, nowMs: number): void {
    this.thresholds.keepUp(marketplaceQuality, nowMs, this.ids.rows.end, this.columns, this.bits);
  }

  /** Undefined for one who isn't listed. */
  find(assistantId: string): Candidate | undefined {
    const row = this.ids.rowOf(assistantId);
    return row < 0 ? undefined : this.candidate(row);
  }

  candidate(row: number): Candidate {
    const { columns } = this;
    const calendar = calendarOf(columns, row);
    const { status, responses } = this.agencies.factsOf(columns.agency[row]!);
    const clearedUntil = columns.clearedUntil[row]!;
    return {
      assistantId: this.ids.idOf(row) as AssistantId,
      agencyId: this.agencies.ids.idOf(columns.agency[row]!) as AgencyId,
      agencyStatus: status,
      calendarVersion: columns.calendarVersion[row]!,
      timeZone: this.calendars.timeZoneOf(calendar),
      weeklyHours: this.calendars.weeklyHoursOf(calendar),
      daysOff: this.times.daysOffOf(row, columns),
      weeklyCapacityMinutes: columns.capacityMinutes[row]!,
      ...this.profiles.profileAt(columns.profileAt[row]!),
      hourlyRate: {
        amountMinor: columns.amountMinor[row]!,
        currency: this.prices.currencies.codeOf(columns.currency[row]!),
      } as Money,
      instantBooking: hasBit(this.bits.instantBooking, row),
      listedAt: instantOf(columns.listedAt[row]!),
      clearedUntil: clearedUntil < 0 ? null : instantOf(clearedUntil * minuteMs),
      busy: this.busyOf(row).slice(),
      elsewhere: this.elsewhereOf(row).slice(),
      reviews: { count: columns.reviewCount[row]!, scoreSum: columns.scoreSum[row]! },
      work: { runs: columns.workRuns[row]!, onTime: columns.workOnTime[row]! },
      responses,
    };
  }

  /** Null for one who isn't listed. */
  reviewsOf(assistantId: string): Candidate['reviews'] | null {
    const row = this.ids.rowOf(assistantId);
    return row < 0 ? null : { count: this.columns.reviewCount[row]!, scoreSum: this.columns.scoreSum[row]! };
  }

  /** Everybody, in no order that means anything. */
  *candidates(): Iterable<Candidate> {
    for (let row = 0; row < this.ids.rows.end; row += 1) if (hasBit(this.bits.listed, row)) yield this.candidate(row);
  }

  /** Every agency that anything is known of. */
  *allAgencies(): Iterable<AgencyFacts & { readonly agencyId: string }> {
    for (let row = 0; row < this.agencies.ids.rows.end; row += 1) {
      yield { agencyId: this.agencies.ids.idOf(row), ...this.agencies.factsOf(row) };
    }
  }

  /** Booked time of an assistant as pairs of UTC minutes; null for one who isn't listed. */
  busyTimeOf(assistantId: string): Int32Array | null {
    const row = this.ids.rowOf(assistantId);
    return row < 0 ? null : this.busyOf(row).slice();
  }

  /** Changes booked time (see AssistantTimes); of one who isn't listed there is none. */
  changeBusyTime(assistantId: string, covered: Spans, taken: Spans, since: number): void {
    const row = this.ids.rowOf(assistantId);
    if (row >= 0) this.times.changeBusy(row, this.columns, covered, taken, since);
  }

  /** Booked time as pairs of UTC minutes; good until the next change. */
  busyOf(row: number): Int32Array {
    return this.times.busyOf(row, this.columns);
  }

  /** Time that is taken outside of the marketplace, as pairs of UTC minutes; good until the next change. */
  elsewhereOf(row: number): Int32Array {
    return this.times.elsewhereOf(row, this.columns);
  }

  /** All that it takes but for a few strings and maps. */
  get bytes(): number {
    const arrays = [...Object.values(this.columns), ...Object.values(this.bits)] as { byteLength: number }[];
    const parts = [this.ids, this.agencies, this.calendars, this.times.lists, this.profiles, this.thresholds];
    return (
      arrays.reduce((sum, { byteLength }) => sum + byteLength, 0) + parts.reduce((sum, { bytes }) => sum + bytes, 0)
    );
  }

  private clear(row: number): void {
    const { columns } = this;
    this.agencies.unlink(row, columns);
    this.calendars.drop(calendarOf(columns, row));
    this.profiles.remove(row, columns.profileAt[row]!);
    this.times.remove(row, columns);
  }

  private putPrice(row: number, { amountMinor, currency }: Money): void {
    const number = this.prices.add(currency);
    this.columns.amountMinor[row] = amountMinor;
    this.columns.currency[row] = number;
    this.thresholds.putPrice(row, this.prices.value(amountMinor, number), this.columns);
  }

  private putClearance(row: number, clearedUntil: string | null): void {
    const until = clearedUntil === null ? -1 : Math.floor(Date.parse(clearedUntil) / minuteMs);
    this.columns.clearedUntil[row] = until;
    this.thresholds.putClearance(row, this.columns);
  }

  private putReviews(row: number, { count, scoreSum }: Candidate['reviews']): void {
    this.columns.reviewCount[row] = count;
    this.columns.scoreSum[row] = scoreSum;
    this.thresholds.putStaticScore(row, this.columns, this.bits);
  }

  private reserve(rows: number): void {
    if (rows <= this.capacity) return;
    this.capacity = this.ids.rows.roomFor(rows);
    const words = this.capacity / rowsPerWord;
    this.columns = columnsFor(this.capacity, this.columns);
    this.bits = bitsFor(words, this.bits);
    this.profiles.widen(words);
    this.thresholds.widen(words);
  }
}
