import { type Used, usedParts } from './surroundings.js';
import { table } from './table.js';

/** The question of docs/SCALE.md. */
const bookingsAnHour = 10_000;
/** The busiest hour of a day has so many times its mean. */
const busiest = 3;

/** What the parts of a run have found, as far as they were run. */
export interface Findings {
  /** Of the largest supply. */
  readonly supply?: {
    readonly assistants: number;
    readonly bytes: number;
    readonly seconds: number;
    readonly p50: number;
  };
  /** Of as many matchers as answered most. */
  readonly shortlists?: { readonly assistants: number; readonly perSecond: number };
  /** Of bookings with all that leads to them, at the most people at once. */
  readonly bookings?: {
    readonly perSecond: number;
    readonly events: number;
    readonly handled: number;
    readonly used: Used;
  };
  /** Of the highest rate that was held. */
  readonly events?: { readonly perSecond: number; readonly p99: number };
}

/** What one part of a run shows. */
export interface Part {
  readonly table: string;
  readonly found: Findings;
}

/** Ten thousand bookings an hour beside what was seen, from what is the most wanting. */
export function conclusion({ supply, shortlists, bookings, events }: Findings): string {
  if (bookings === undefined) return '';
  const asked = bookingsAnHour / 3_600;
  const wanted: { readonly what: string; readonly asked: number; readonly seen: number }[] = [
    { what: 'bookings with need, shortlist and agreement', asked, seen: bookings.perSecond },
  ];
  if (shortlists !== undefined)
    wanted.push({
      what: `shortlists among ${shortlists.assistants.toLocaleString('en')}`,
      asked,
      seen: shortlists.perSecond,
    });
  if (events !== undefined)
    wanted.push({ what: 'events to Kafka and their consumer', asked: asked * bookings.events, seen: events.perSecond });
  const rows = wanted
    .toSorted((one, other) => one.seen / one.asked - other.seen / other.asked)
    .map(({ what, asked: each, seen }) => [
      what,
      each.toFixed(1),
      (each * busiest).toFixed(1),
      seen.toFixed(1),
      `${(seen / each).toFixed(1)} times the mean`,
    ]);
  const cores = usedParts.map((part) => {
    const mean = (asked * bookings.used[part]) / 1_000;
    return [part, mean.toFixed(2), (mean * busiest).toFixed(2)];
  });
  return [
    table(
      [
        `${bookingsAnHour.toLocaleString('en')} bookings an hour`,
        'mean a second',
        'busiest hour',
        'seen here',
        'that is',
      ],
      rows,
    ),
    table(['processor', 'cores in the mean', 'cores in the busiest hour'], cores),
    `Handlings of events: ${(asked * bookings.handled).toFixed(0)} a second in the mean, a transaction each.`,
    ...(supply === undefined
      ? []
      : [
          `Each matcher has ${(supply.bytes / 2 ** 20).toFixed(0)} MB with ${supply.assistants.toLocaleString('en')} assistants, and is ready after ${supply.seconds.toFixed(0)} s without its snapshot.`,
        ]),
  ].join('\n\n');
}
