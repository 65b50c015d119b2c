import type { Currency, LanguageLevel } from '#domain';

/** Where assistants live: zone, how many of them, money, what is spoken, and how much dearer than the mean they are. */
export interface Place {
  readonly timeZone: string;
  readonly share: number;
  readonly currency: Currency;
  readonly native: string;
  readonly price: number;
}

const place = (timeZone: string, share: number, currency: Currency, native: string, price: number): Place => ({
  timeZone,
  share,
  currency,
  native,
  price,
});

/** Forty zones: clocks that change in March, in April, in October, on the southern half and not at all. */
export const places: readonly Place[] = [
  place('Asia/Manila', 18, 'PHP', 'tl', 0.5),
  place('Asia/Kolkata', 12, 'INR', 'hi', 0.5),
  place('Europe/Madrid', 9, 'EUR', 'es', 1),
  place('America/New_York', 6, 'USD', 'en', 1.6),
  place('Europe/London', 6, 'GBP', 'en', 1.5),
  place('America/Bogota', 5, 'USD', 'es', 0.6),
  place('Africa/Nairobi', 4, 'USD', 'en', 0.5),
  place('Africa/Lagos', 4, 'USD', 'en', 0.5),
  place('America/Argentina/Buenos_Aires', 3, 'USD', 'es', 0.6),
  place('America/Mexico_City', 3, 'MXN', 'es', 0.6),
  place('Europe/Lisbon', 3, 'EUR', 'pt', 0.9),
  place('America/Sao_Paulo', 3, 'BRL', 'pt', 0.6),
  place('Africa/Johannesburg', 3, 'ZAR', 'en', 0.6),
  place('Europe/Bucharest', 2, 'RON', 'ro', 0.7),
  place('Europe/Warsaw', 2, 'PLN', 'pl', 0.8),
  place('Europe/Berlin', 2, 'EUR', 'de', 1.4),
  place('Europe/Paris', 2, 'EUR', 'fr', 1.3),
  place('Europe/Rome', 2, 'EUR', 'it', 1.1),
  place('Europe/Belgrade', 2, 'EUR', 'sr', 0.7),
  place('America/Chicago', 2, 'USD', 'en', 1.5),
  place('America/Los_Angeles', 2, 'USD', 'en', 1.7),
  place('America/Lima', 2, 'USD', 'es', 0.6),
  place('America/Santiago', 1, 'USD', 'es', 0.8),
  place('America/Toronto', 1, 'CAD', 'en', 1.4),
  place('America/Havana', 1, 'USD', 'es', 0.5),
  place('Atlantic/Canary', 1, 'EUR', 'es', 0.9),
  place('Africa/Cairo', 1, 'USD', 'ar', 0.5),
  place('Africa/Casablanca', 1, 'EUR', 'fr', 0.6),
  place('Asia/Karachi', 1, 'USD', 'ur', 0.4),
  place('Asia/Dhaka', 1, 'USD', 'bn', 0.4),
  place('Asia/Jakarta', 1, 'IDR', 'id', 0.5),
  place('Asia/Kathmandu', 1, 'USD', 'ne', 0.4),
  place('Asia/Beirut', 1, 'USD', 'ar', 0.7),
  place('Asia/Tokyo', 1, 'JPY', 'ja', 1.4),
  place('Asia/Ho_Chi_Minh', 1, 'USD', 'vi', 0.5),
  place('Australia/Sydney', 1, 'AUD', 'en', 1.6),
  place('Australia/Adelaide', 1, 'AUD', 'en', 1.5),
  place('Pacific/Auckland', 1, 'NZD', 'en', 1.5),
  place('Pacific/Chatham', 1, 'NZD', 'en', 1.4),
  place('Australia/Lord_Howe', 1, 'AUD', 'en', 1.4),
];

/** Beside their own language: how many speak which other one, and how well. */
export const foreignLanguages: readonly (readonly [
  language: string,
  share: number,
  levels: readonly LanguageLevel[],
])[] = [
  ['en', 0.85, ['B1', 'B2', 'B2', 'C1', 'C1', 'C2']],
  ['es', 0.12, ['A2', 'B1', 'B2', 'C1', 'C2']],
  ['fr', 0.08, ['A2', 'B1', 'B2', 'C1']],
  ['ca', 0.04, ['B1', 'B2', 'C1', 'C2']],
  ['de', 0.04, ['A2', 'B1', 'B2', 'C1']],
];
