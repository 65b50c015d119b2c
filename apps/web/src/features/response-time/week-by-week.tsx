import { Collapse, Button, Stack, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useFormat } from '../../format/use-format';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import type { ResponseReport } from './response-queries';
import styles from './response-time.module.css';

const [width, height, ground, room] = [600, 190, 160, 28];

/** More names than that would run into each other. */
const mostNamed = 8;

/** The median of each week since the start beside the one before it, as a picture and, on demand, in figures. */
export function WeekByWeek({ report }: { readonly report: ResponseReport }) {
  const t = useText();
  const [open, { toggle }] = useDisclosure(false);
  const format = useFormat();
  const { weeks, baseline } = report;
  const most = Math.max(1, baseline.medianMinutes ?? 0, ...weeks.map(({ medianMinutes }) => medianMinutes ?? 0));
  const y = (minutes: number): number => ground - (minutes / most) * (ground - room);
  const step = width / weeks.length;
  const bar = Math.min(40, step * 0.7);
  const everyNth = Math.ceil(weeks.length / mostNamed);
  const middleOf = (place: number) => ({
    className: styles['label'],
    x: place * step + step / 2,
    textAnchor: 'middle' as const,
  });
  return (
    <Stack gap="md">
      <svg
        className={styles['picture']}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('response-time.weeks-picture')}
      >
        {weeks.map(({ startsOn, medianMinutes }, place) =>
          medianMinutes === null ? null : (
            <g key={startsOn}>
              <rect
                className={styles['strong']}
                x={place * step + (step - bar) / 2}
                width={bar}
                y={y(medianMinutes)}
                height={Math.max(2, ground - y(medianMinutes))}
                rx={2}
              />
              {place % everyNth === 0 ? (
                <>
                  <text {...middleOf(place)} y={y(medianMinutes) - 6}>
                    {format.minutes(medianMinutes)}
                  </text>
                  <text {...middleOf(place)} y={ground + 20}>
                    {format.shortDay(startsOn)}
                  </text>
                </>
              ) : null}
            </g>
          ),
        )}
        <line className={styles['ground']} x1={0} x2={width} y1={ground} y2={ground} />
        {baseline.medianMinutes === null ? null : (
          <>
            <line
              className={styles['before']}
              x1={0}
              x2={width}
              y1={y(baseline.medianMinutes)}
              y2={y(baseline.medianMinutes)}
            />
            <text className={styles['label']} x={width} y={y(baseline.medianMinutes) - 6} textAnchor="end">
              {`${t('response-time.row-before')} · ${format.minutes(baseline.medianMinutes)}`}
            </text>
          </>
        )}
      </svg>
      <Button variant="subtle" w="fit-content" aria-expanded={open} onClick={toggle}>
        {t('response-time.in-figures')}
      </Button>
      <Collapse expanded={open}>
        <WeekTable weeks={weeks} />
      </Collapse>
    </Stack>
  );
}

function WeekTable({ weeks }: { readonly weeks: ResponseReport['weeks'] }) {
  const t = useText();
  const format = useFormat();
  const figure = (minutes: number | null): string =>
    minutes === null ? t('response-time.too-few') : format.minutes(minutes);
  return (
    <WideTable
      label={t('response-time.weeks')}
      width={480}
      heads={[
        t('response-time.week-of'),
        { figures: t('response-time.enquiries') },
        { figures: t('response-time.median') },
        { figures: t('response-time.nine-of-ten') },
      ]}
    >
      {weeks.map(({ startsOn, enquiries, medianMinutes, p90Minutes }) => (
        <Table.Tr key={startsOn}>
          <Table.Th fw={400} scope="row">
            {format.day(startsOn)}
          </Table.Th>
          <Table.Td ta="end">{format.number(enquiries)}</Table.Td>
          <Table.Td ta="end">{figure(medianMinutes)}</Table.Td>
          <Table.Td ta="end">{figure(p90Minutes)}</Table.Td>
        </Table.Tr>
      ))}
    </WideTable>
  );
}
