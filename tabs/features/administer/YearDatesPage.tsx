import { useState } from 'react';
import { useParams } from 'wouter';
import { yearFromPath } from '../../../shared/domain/words';
import type { AdministeredCalendar } from '../../../shared/schema/administrationViews';
import type { Year } from '../../../shared/schema/ids';
import { useCalendar } from '../../api/readCalendar';
import { NotHere } from '../../app/NotHere';
import { DoneNotice } from '../../components/DoneNotice';
import { Loaded } from '../../components/Loaded';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { AdministrationFrame } from './AdministrationFrame';
import { DatesForm } from './DatesForm';

const One = ({ view, year }: { view: AdministeredCalendar; year: Year }) => {
  const surfaces = useSurfaces();
  const [saves, setSaves] = useState(0);
  return (
    <div className={surfaces.stack}>
      {saves > 0 && <DoneNotice key={saves} title={`The dates of ${year} are saved.`} />}
      <div className={surfaces.card}>
        <DatesForm view={view} year={year} onSaved={() => setSaves((n) => n + 1)} />
      </div>
    </div>
  );
};

/** `/administration/calendar/2027-28`: the dates of one academic year, or of the next that can be added. */
export const YearDatesPage = () => {
  const { year: typed } = useParams();
  const year = yearFromPath(typed ?? '');
  const query = useCalendar();
  if (!year) return <NotHere />;
  const isThere = query.data?.years.some((each) => each.year === year);
  if (query.data && !isThere && query.data.next.year !== year) return <NotHere />;
  return (
    <AdministrationFrame
      title={isThere === false ? `Add the year ${year}` : `Dates of ${year}`}
      about={<PlaceLink to="/administration/calendar">The whole calendar</PlaceLink>}
    >
      <Loaded query={query} waiting="Loading the calendar">
        {(view) => <One key={year} view={view} year={year} />}
      </Loaded>
    </AdministrationFrame>
  );
};
