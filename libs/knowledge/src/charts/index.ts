import { type Category, type Chart, isCurrency } from '#domain';
import { once, readFile } from '../files/data-files.js';

/** The charts that there are; the last is of all countries without one of their own. */
export const chartCodes = ['es-pgc-pymes', 'uk-sa103', 'neutral'] as const;
export type ChartCode = (typeof chartCodes)[number];

type ChartFile = Omit<Chart, 'code' | 'categories'> & { readonly entries: readonly Category[] };

/** All charts, read once. */
export const charts = once((): readonly Chart[] => chartCodes.map(chartIn));

export const chartOf = (code: string): Chart | undefined => charts().find((chart) => chart.code === code);

function chartIn(code: ChartCode): Chart {
  const { entries, ...rest } = readFile<ChartFile>(`charts/${code}.json`);
  if (!isCurrency(rest.currency)) throw new Error(`the chart ${code} is in no known currency`);
  return { ...rest, code, categories: entries };
}
