import { makeStyles, tokens } from '@fluentui/react-components';
import { count } from '../../../shared/domain/words';
import type { AdministeredCalendar } from '../../../shared/schema/administrationViews';
import { useCalendar } from '../../api/readCalendar';
import { yearDatesPath } from '../../app/subPage';
import { HistoryLines } from '../../components/HistoryLines';
import { Loaded } from '../../components/Loaded';
import { PlaceButton } from '../../components/PlaceButton';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { AdministrationFrame } from './AdministrationFrame';
import { datesLines } from './datesDraft';
import { Section } from './Section';

const useStyles = makeStyles({
  dates: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
  },
  words: { margin: 0 },
});

type CalendarYear = AdministeredCalendar['years'][number];

const recordsIn = ({ recorded }: AdministeredCalendar, { year }: CalendarYear): number =>
  recorded.filter((each) => each.year === year).reduce((sum, { records }) => sum + records, 0);

const aboutYear = (view: AdministeredCalendar, year: CalendarYear): string => {
  const records = recordsIn(view, year);
  return records === 0 ? 'Nothing is judged in it yet.' : `${count(records, 'record')}.`;
};

const OneYear = ({ view, year }: { view: AdministeredCalendar; year: CalendarYear }) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  return (
    <Section title={year.year} about={aboutYear(view, year)}>
      <dl className={styles.dates}>
        {datesLines(year).map(({ label, words }) => (
          <div key={label}>
            <dt className={surfaces.quiet}>{label}</dt>
            <dd className={styles.words}>{words}</dd>
          </div>
        ))}
      </dl>
      <div>
        <PlaceLink to={yearDatesPath(year.year)}>Change the dates of {year.year}</PlaceLink>
      </div>
    </Section>
  );
};

const Years = ({ view }: { view: AdministeredCalendar }) => {
  const surfaces = useSurfaces();
  return (
    <div className={surfaces.stack}>
      <div>
        <PlaceButton to={yearDatesPath(view.next.year)}>{`Add ${view.next.year}`}</PlaceButton>
      </div>
      {[...view.years].reverse().map((year) => (
        <OneYear key={year.year} view={view} year={year} />
      ))}
      {view.history.length > 0 && (
        <Section title="Who changed this" about="The latest changes made in Assured, newest first.">
          <HistoryLines lines={view.history} />
        </Section>
      )}
    </div>
  );
};

/** `/administration/calendar`: the trust's academic years, newest first. */
export const CalendarPage = () => (
  <AdministrationFrame title="Calendar">
    <Loaded query={useCalendar()} waiting="Loading the calendar">
      {(view) => <Years view={view} />}
    </Loaded>
  </AdministrationFrame>
);
