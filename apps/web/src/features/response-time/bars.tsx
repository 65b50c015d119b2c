import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';
import styles from './response-time.module.css';

interface Row {
  readonly label: string;
  readonly figures: { readonly medianMinutes: number | null; readonly p90Minutes: number | null };
  readonly quiet: boolean;
}

const [width, rowHeight, barHeight] = [600, 44, 14];

/** A bar as long as the median, and a line on to the wait of nine of ten; those who don't see it have the sentences above. */
export function Bars({ rows }: { readonly rows: readonly Row[] }) {
  const t = useText();
  const format = useFormat();
  const most = Math.max(1, ...rows.map(({ figures }) => figures.p90Minutes ?? 0));
  const x = (minutes: number): number => (minutes / most) * (width - 4);
  return (
    <svg
      className={styles['picture']}
      viewBox={`0 0 ${width} ${rows.length * rowHeight}`}
      role="img"
      aria-label={t('response-time.picture')}
    >
      {rows.map(({ label, figures: { medianMinutes, p90Minutes }, quiet }, place) => {
        const top = place * rowHeight;
        const says = medianMinutes === null ? t('response-time.too-few') : format.minutes(medianMinutes);
        return (
          <g key={label} className={styles[quiet ? 'quiet' : 'strong']}>
            <text x={0} y={top + 14} className={styles['label']}>
              {`${label} · ${says}`}
            </text>
            {medianMinutes === null || p90Minutes === null ? null : (
              <>
                <line x1={0} x2={x(p90Minutes)} y1={top + 29} y2={top + 29} className={styles['reach']} />
                <rect x={0} y={top + 22} width={Math.max(2, x(medianMinutes))} height={barHeight} rx={3} />
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
