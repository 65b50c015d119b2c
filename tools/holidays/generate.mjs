// `node tools/holidays/generate.mjs FOLDER`: writes libs/knowledge/data/holidays/public.json anew, out of the package date-holidays as it is
// installed in that folder (`npm install --prefix FOLDER date-holidays`). It brings 45 MB, which no service needs for a list of days: so it is
// no dependency, and the list is checked in.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const countries = 'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK US'.split(
  ' ',
);
const [firstYear, lastYear] = [2016, 2036];
const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('say in which folder date-holidays is installed');
const Holidays = createRequire(resolve(folder, 'package.json'))('date-holidays');

const holidaysOf = (...where) => {
  const calendar = new Holidays(...where);
  const ofYear = (year) => (calendar.getHolidays(year) ?? []).filter(({ type }) => type === 'public');
  return new Map(years.map((year) => [year, [...new Set(ofYear(year).map(({ date }) => date.slice(5, 10)))].sort()]));
};
const beyond = (one, other) =>
  Object.fromEntries(
    [...one]
      .map(([year, days]) => [year, days.filter((day) => !other.get(year).includes(day))])
      .filter(([, { length }]) => length),
  );

const entries = countries.map((countryCode) => {
  const national = holidaysOf(countryCode);
  const regions = Object.entries(new Holidays().getStates(countryCode) ?? {}).map(([code, name]) => {
    const own = holidaysOf(countryCode, code);
    return { code, name, added: beyond(own, national), absent: beyond(national, own) };
  });
  return { countryCode, years: Object.fromEntries(national), regions };
});
const content = { $schema: '../../schemas/holidays.schema.json', entries };
writeFileSync(
  new URL('../../libs/knowledge/data/holidays/public.json', import.meta.url),
  `${JSON.stringify(content, null, 2)}\n`,
);
