import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatValue } from '../../../shared/domain/kpis';
import { formatDay } from '../../../shared/domain/words';
import type { Scale } from '../../../shared/schema/framework';
import type { KpiReading } from '../../../shared/schema/matrixViews';
import { LevelMark } from '../../components/LevelMark';
import { markOn } from '../../../shared/domain/marks';
import { useSurfaces } from '../../components/surfaces';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    paddingBlock: tokens.spacingVerticalXS,
    paddingInlineEnd: tokens.spacingHorizontalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
  },
  number: { textAlign: 'end', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});

/** The measures behind a judgement: value, the band it falls in by word and symbol, as at which day. */
export const KpiTable = ({ kpis, scale }: { kpis: readonly KpiReading[]; scale: Scale }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <table className={styles.table} aria-label="Measures">
      <tbody>
        {kpis.map((kpi) => (
          <tr key={kpi.kpi}>
            <th scope="row" className={styles.cell}>
              {kpi.name}
              <div className={surfaces.quiet}>
                {formatDay(kpi.asAt)}
                {kpi.source && `, ${kpi.source}`}
              </div>
            </th>
            <td className={mergeClasses(styles.cell, styles.number)}>
              {formatValue(kpi.value, kpi.unit)}
              <div className={surfaces.quiet}>{kpi.words}</div>
            </td>
            <td className={styles.cell}>
              <LevelMark mark={markOn(scale, kpi.level)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
