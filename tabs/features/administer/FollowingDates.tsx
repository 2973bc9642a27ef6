import { makeStyles, tokens } from '@fluentui/react-components';
import { capital, count, formatDay, listWords, periodLabel, periodName } from '../../../shared/domain/words';
import { useSurfaces } from '../../components/surfaces';
import type { Following, WhatFollows } from './whatFollows';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const Was = ({ children }: { children: string }) => <div className={useSurfaces().quiet}>was {children}</div>;

const Line = ({ following: { period, judgedBy, before } }: { following: Following }) => {
  const { cell } = useStyles();
  const days = `${formatDay(period.startsOn)} to ${formatDay(period.endsOn)}`;
  const daysBefore = before && `${formatDay(before.startsOn)} to ${formatDay(before.endsOn)}`;
  return (
    <tr>
      <th scope="row" className={cell}>
        {capital(periodName(period.period))}
      </th>
      <td className={cell}>
        {days}
        {daysBefore !== undefined && daysBefore !== days && <Was>{daysBefore}</Was>}
      </td>
      <td className={cell}>
        {formatDay(judgedBy)}
        {before && before.judgedBy !== judgedBy && <Was>{formatDay(before.judgedBy)}</Was>}
      </td>
    </tr>
  );
};

const schoolDayWords = ({ schoolDays, schoolDaysBefore }: WhatFollows): string =>
  schoolDaysBefore === undefined || schoolDaysBefore === schoolDays
    ? `${count(schoolDays, 'school day')} in this year.`
    : `${count(schoolDays, 'school day')} in this year; ${schoolDaysBefore} before.`;

/** What other dates bring with them, before they are saved. */
export const FollowingDates = ({ follows }: { follows: WhatFollows }) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const { periods, blocked } = follows;
  return (
    <section className={surfaces.tight} aria-label="What follows">
      <h2 className={surfaces.subtitle}>What follows from these dates</h2>
      <p className={surfaces.text}>
        {schoolDayWords(follows)} Planned support is worked out from these days, and messages go out on school days
        only: both follow by themselves.
      </p>
      {blocked.length > 0 && (
        <p className={surfaces.text} role="alert">
          <strong>This cannot be saved.</strong> Something is judged already in {listWords(blocked.map(periodLabel))}:
          the first day of such a period stays as it is. Its last day and its holidays may change.
        </p>
      )}
      {periods.length > 0 && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="Periods that are judged">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.cell}>
                  Judged for
                </th>
                <th scope="col" className={styles.cell}>
                  Days
                </th>
                <th scope="col" className={styles.cell}>
                  Every area judged by
                </th>
              </tr>
            </thead>
            <tbody>
              {periods.map((following) => (
                <Line key={following.period.period} following={following} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};
