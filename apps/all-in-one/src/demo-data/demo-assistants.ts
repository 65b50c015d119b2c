import type { ListAssistantDto } from '#contracts';

interface Profile {
  readonly dutyCodes: readonly string[];
  readonly skills: readonly (readonly [code: string, level: number])[];
}

/** What people in this line of work are good at, in the catalogue's codes. */
const profiles: readonly Profile[] = [
  {
    dutyCodes: [
      'inbox-triage',
      'routine-replies',
      'calendar-upkeep',
      'appointment-scheduling',
      'receipt-capture',
      'reply-drafting',
      'follow-up-tracking',
      'rescheduling-and-no-shows',
      'interview-scheduling',
      'call-answering',
      'meeting-pack',
      'meeting-minutes',
      'travel-options',
      'travel-booking',
      'reservation-making',
      'gift-sending',
      'event-guest-list',
    ],
    skills: [
      ['email-management', 5],
      ['calendar-tools', 4],
      ['spreadsheets', 3],
    ],
  },
  {
    dutyCodes: [
      'receipt-capture',
      'transaction-coding',
      'bank-reconciliation',
      'monthly-close',
      'year-end-tax-pack',
      'invoice-issuing',
      'supplier-bill-entry',
      'payment-run-preparation',
      'payroll-inputs',
      'vat-working-papers',
      'mileage-and-asset-registers',
      'cash-flow-outlook',
      'travel-expense-claim',
      'staff-expense-check',
      'takings-reconciliation',
      'spreadsheet-building',
    ],
    skills: [
      ['bookkeeping', 5],
      ['vat-spain', 4],
      ['spreadsheets', 4],
    ],
  },
  {
    dutyCodes: [
      'first-response',
      'tier-one-resolution',
      'complaint-escalation',
      'review-handling',
      'inbox-triage',
      'interaction-logging',
      'follow-up-tracking',
      'refund-preparation',
      'appointment-reminders',
      'faq-upkeep',
      'live-chat-cover',
      'customer-status-updates',
      'order-processing',
      'delivery-problem-follow-up',
      'return-handling',
      'telephone-sales',
      'text-translation',
    ],
    skills: [
      ['complaint-handling', 4],
      ['telephone-manner', 4],
      ['email-management', 4],
    ],
  },
  {
    dutyCodes: [
      'inbox-triage',
      'receipt-capture',
      'receivables-chasing',
      'monthly-close',
      'year-end-tax-pack',
      'leave-records',
      'onboarding-checklist',
      'interview-scheduling',
      'vendor-coordination',
      'renewals-watch',
      'procedure-writing',
      'form-preparation',
      'document-formatting',
      'audio-transcription',
      'proofreading',
      'filing-scheme-setup',
    ],
    skills: [
      ['bookkeeping', 4],
      ['email-management', 4],
      ['xero', 3],
    ],
  },
  {
    dutyCodes: [
      'data-entry',
      'daily-filing',
      'list-clean-up',
      'crm-upkeep',
      'lead-follow-up',
      'lead-capture',
      'prospect-list-research',
      'pipeline-report',
      'web-research-brief',
      'supplier-comparison',
      'product-listing',
      'stock-sync-check',
      'social-post-scheduling',
      'social-post-writing',
      'newsletter-production',
      'website-upkeep',
      'graphic-design',
      'photo-editing',
    ],
    skills: [
      ['spreadsheets', 5],
      ['email-management', 3],
    ],
  },
];

const titles = ['virtual assistant', 'online assistant', 'remote office assistant', 'executive virtual assistant'];

const names = [
  'Aina Soler', 'Bruno Costa', 'Clara Vives', 'David Okafor', 'Elena Marín', 'Farah Rahman', 'Gerard Bosch',
  'Hana Kimura', 'Iván Ortega', 'Júlia Serra', 'Karim Haddad', 'Lena Fischer', 'Marc Ferrer', 'Nadia Petrova',
  'Oriol Camps', 'Priya Nair', 'Queralt Mas', 'Rosa Jiménez', 'Samuel Mensah', 'Teresa Lima', 'Uma Patel',
  'Víctor Ruiz', 'Wendy Clarke', 'Xènia Prat', 'Yusuf Demir', 'Zoe Martin', 'Adrià Pons', 'Beth Morgan',
  'Carla Nunes', 'Dídac Roig', 'Emma Walsh', 'Félix Santos', 'Gala Torres', 'Hugo Blanc', 'Irene Pascual',
  'Joan Riera', 'Kate Bennett', 'Lucía Campos', 'Mireia Font', 'Noah Reed',
] as const; // prettier-ignore

/** Where they live: eight zones, with the country and the money of their rate. */
const places = [
  { timeZone: 'Europe/Madrid', countryCode: 'ES', currency: 'EUR', languages: ['ca:C2', 'es:C2', 'en:B2'] },
  { timeZone: 'Europe/London', countryCode: 'GB', currency: 'GBP', languages: ['en:C2', 'es:B2'] },
  { timeZone: 'Europe/Lisbon', countryCode: 'PT', currency: 'EUR', languages: ['pt:C2', 'es:C1', 'en:B2'] },
  { timeZone: 'Atlantic/Canary', countryCode: 'ES', currency: 'EUR', languages: ['es:C2', 'en:C1'] },
  { timeZone: 'America/Bogota', countryCode: 'CO', currency: 'USD', languages: ['es:C2', 'en:B2'] },
  { timeZone: 'America/New_York', countryCode: 'US', currency: 'USD', languages: ['en:C2', 'es:B1'] },
  { timeZone: 'Africa/Lagos', countryCode: 'NG', currency: 'USD', languages: ['en:C2'] },
  { timeZone: 'Asia/Manila', countryCode: 'PH', currency: 'USD', languages: ['en:C1', 'es:B1'] },
] as const;

/** Where the demo's first business is. Whoever is as near, and speaks all three languages of the page, can be booked at once. */
const here = places[0];

export const assistantsPerAgency = 10;

/** The ten assistants of an agency, the same ones at every start. */
export function demoAssistantsOf(agencyNumber: number): ListAssistantDto[] {
  return Array.from({ length: assistantsPerAgency }, (_, place) =>
    demoAssistant(agencyNumber * assistantsPerAgency + place),
  );
}

function demoAssistant(number: number): ListAssistantDto {
  const profile = profiles[number % profiles.length]!;
  const place = places[(number * 3) % places.length]!;
  return {
    externalRef: `A-${String(number + 1).padStart(3, '0')}`,
    displayName: names[number % names.length]!,
    professionalTitle: titles[number % titles.length]!,
    countryCode: place.countryCode,
    timeZone: place.timeZone,
    weeklyHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...workingDayOf(place.timeZone, number) })),
    daysOff: [],
    weeklyCapacityMinutes: 60 * (20 + (number % 4) * 5),
    skills: profile.skills.map(([skillCode, level]) => ({ skillCode, level: Math.max(1, level - (number % 2)) })),
    dutyCodes: [...profile.dutyCodes],
    languages: place.languages.map((spoken) => {
      const [language, level] = spoken.split(':') as [string, 'B1' | 'B2' | 'C1' | 'C2'];
      return { language, level };
    }),
    hourlyRate: { amountMinor: 1_400 + ((number * 170) % 1_300), currency: place.currency },
    instantBooking: number % 3 === 0 || place === here,
  };
}

/** People who live far from their clients often work early or late. */
function workingDayOf(timeZone: string, number: number): { start: string; end: string } {
  if (timeZone.startsWith('America/')) return { start: '04:00', end: '13:00' };
  if (timeZone.startsWith('Asia/')) return { start: '14:00', end: '23:00' };
  return number % 2 === 0 ? { start: '08:00', end: '17:00' } : { start: '09:00', end: '18:30' };
}
