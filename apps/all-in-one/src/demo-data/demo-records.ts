import type { FileDto, RecordPageDto } from '#contracts';
import type { DemoClient } from './demo-client.js';
import { monthsAgo } from './demo-time.js';

const monthsBack = 12;

interface Said {
  readonly kind: 'income' | 'expense';
  readonly description: string;
  readonly counterpart: string;
  readonly documentNumber: string;
  readonly category: string;
  readonly totalMinor: number;
  readonly vatRateBps: number;
  /** Income tax that whoever pays keeps back. */
  readonly withheldMinor?: number;
  readonly day: string;
  readonly isPaid: boolean;
  readonly hasDocument: boolean;
}

/**
 * A year of a bakery's books, with what is usually missing: one receipt without its paper, an invoice that nobody has paid, a number
 * that is not there, and a month in which nothing was filed.
 */
export async function ensureRecords(business: DemoClient): Promise<void> {
  const { body: known } = await business.get<RecordPageDto>('/v1/records?limit=1');
  if (known.items.length > 0) return;
  let number = 0;
  for (let ago = monthsBack; ago > 0; ago -= 1) {
    const month = monthsAgo(ago);
    // August, so to say: the bakery was closed, and nobody wrote that down.
    if (ago === 5) continue;
    // Twice, so that one of them lies within a year of the calendar.
    number += ago === 8 || ago === 4 ? 2 : 1;
    for (const said of ofMonth(ago, number)) await file(business, month, said);
    if (ago % 3 === 1) await business.post('/v1/records', { body: wayOf(month) });
  }
  await takeStatement(business, monthsAgo(1));
}

/** The bakery brings bread to a fair with its own van. */
const wayOf = (month: string): object => ({
  kind: 'mileage',
  datedOn: `${month}-09`,
  description: 'Terrassa to Vic and back, the fair',
  category: '629',
  distanceTenths: 1_320,
});

/** A statement with columns of the bank's own making, a rule for what it says each month, and a line that nobody has filed the entry of. */
async function takeStatement(business: DemoClient, month: string): Promise<void> {
  const rule = { kind: 'bank-line', contains: 'compte d’estalvi', category: 'transfer' };
  await business.post('/v1/record-rules', { body: rule });
  const [year, number] = month.split('-');
  const lines = [
    'Data op.;Moviment;Càrrecs;Abonaments',
    `10/${number}/${year};Traspàs al compte d’estalvi;500,00;`,
    `17/${number}/${year};Ferreteria Puig;38,40;`,
  ];
  const fileId = await bring(business, 'extracte.csv', lines.join('\n'));
  await business.post('/v1/record-imports', {
    body: {
      fileId,
      source: 'Caixa del Vallès',
      mapping: {
        date: 'Data op.',
        description: 'Moviment',
        amount: 'Abonaments',
        outgoing: 'Càrrecs',
        dateOrder: 'dmy',
        decimal: ',',
      },
    },
  });
}

/** Spread without chance, so that each demo is the same. */
const spread = (ago: number, from: number, width: number): number => from + ((ago * 7_919) % width);

const ofMonth = (ago: number, number: number): Said[] => [
  {
    kind: 'income',
    description: 'Bread and pastry for the hotel',
    counterpart: 'Hotel Mirador SL',
    documentNumber: `A-${String(number).padStart(3, '0')}`,
    category: '700',
    vatRateBps: 1_000,
    totalMinor: spread(ago, 180_000, 90_000),
    day: '28',
    isPaid: ago > 2,
    hasDocument: true,
  },
  {
    kind: 'income',
    description: 'Sales over the counter',
    counterpart: 'Customers of the shop',
    documentNumber: `Z-${number}`,
    category: '700',
    vatRateBps: 1_000,
    totalMinor: spread(ago, 640_000, 150_000),
    day: '27',
    isPaid: true,
    hasDocument: true,
  },
  {
    kind: 'expense',
    description: 'Flour and yeast',
    counterpart: 'Farines Roca SA',
    documentNumber: `FR-${2_000 + ago * 3}`,
    category: '600',
    vatRateBps: 1_000,
    totalMinor: spread(ago, 210_000, 60_000),
    day: '05',
    isPaid: true,
    hasDocument: ago !== 3,
  },
  {
    kind: 'expense',
    description: 'Electricity of the oven',
    counterpart: 'Llum del Vallès SA',
    documentNumber: `LV${88_000 - ago * 11}`,
    category: '628',
    vatRateBps: 2_100,
    totalMinor: spread(ago, 61_000, 20_000),
    day: '12',
    isPaid: ago !== 2,
    hasDocument: true,
  },
  {
    kind: 'expense',
    description: 'Rent of the shop',
    counterpart: 'Immobles Plaça SL',
    documentNumber: `L-${number}`,
    category: '621',
    vatRateBps: 2_100,
    totalMinor: 121_000,
    withheldMinor: 19_000,
    day: '01',
    isPaid: true,
    hasDocument: true,
  },
];

async function file(business: DemoClient, month: string, said: Said): Promise<void> {
  const { day, isPaid, hasDocument, ...content } = said;
  const datedOn = `${month}-${day}`;
  const fileIds = hasDocument ? [await bring(business, `${content.documentNumber}.pdf`, paper(said, datedOn))] : [];
  await business.post('/v1/records', {
    body: { ...content, datedOn, fileIds, ...(isPaid && { paidOn: datedOn }) },
  });
}

async function bring(business: DemoClient, name: string, body: string): Promise<string> {
  const path = `/v1/files?name=${encodeURIComponent(name)}`;
  const { body: brought } = await business.post<FileDto>(path, { contentType: 'application/octet-stream', body });
  return brought.id;
}

/** A page with a few words on it, as PDF in its smallest form. */
function paper({ counterpart, documentNumber, totalMinor }: Said, datedOn: string): string {
  const words = [counterpart, `${documentNumber}, ${datedOn}`, `Total ${(totalMinor / 100).toFixed(2)} EUR`];
  const lines = words.map((line) => `(${line.normalize('NFKD').replaceAll(/[^ -~]|[()\\]/g, '')}) Tj T*`).join(' ');
  const content = `BT /F1 14 Tf 18 TL 60 760 Td ${lines} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return `${text}${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
