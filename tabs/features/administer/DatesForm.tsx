import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { datesOf } from '../../../shared/domain/yearDates';
import type { AdministeredCalendar } from '../../../shared/schema/administrationViews';
import type { Year } from '../../../shared/schema/ids';
import type { YearDates } from '../../../shared/schema/settings';
import { rereadEverything } from '../../api/keeping';
import { calendarKey } from '../../api/readCalendar';
import { setYearDates } from '../../api/setYearDates';
import { useCommand } from '../../api/useCommand';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useSurfaces } from '../../components/surfaces';
import { BothVersions } from './BothVersions';
import { datesDifferences, datesErrors, datesIn, draftOfDates, type DatesDraft } from './datesDraft';
import { DatesFields } from './DatesFields';
import { FollowingDates } from './FollowingDates';
import { ErrorSummary, FormEnd } from './FormEnd';
import { resolving } from './resolving';
import { useBasedOn } from './useBasedOn';
import { whatFollows } from './whatFollows';

interface DatesFormProps {
  readonly view: AdministeredCalendar;
  readonly year: Year;
  readonly onSaved: () => void;
}

/** What the calendar has of the year; null where it does not have it yet. */
const storedIn = ({ years }: AdministeredCalendar, year: Year): YearDates | null => {
  const found = years.find((each) => each.year === year);
  return found ? datesOf(found) : null;
};

const useDatesForm = ({ view, year, onSaved }: DatesFormProps) => {
  const client = useQueryClient();
  const stored = storedIn(view, year);
  const form = useForm<DatesDraft>({
    defaultValues: draftOfDates(stored ?? view.next.dates),
    resolver: resolving(datesErrors(year, view.years)),
  });
  const { isDirty } = form.formState;
  const based = useBasedOn<YearDates | null>(stored, isDirty, (dates) =>
    form.reset(draftOfDates(dates ?? view.next.dates)),
  );
  const command = useCommand(setYearDates, (saved) => {
    client.setQueryData(calendarKey, saved);
    based.settle(storedIn(saved, year));
    onSaved();
    rereadEverything(client);
  });
  const save = form.handleSubmit(async (draft) => {
    if (based.stale) return;
    await command.act({ year, basedOn: based.basedOn, dates: datesIn(draft) });
    // What somebody else saved is read at once, to be shown beside what is typed here.
    await client.invalidateQueries({ queryKey: calendarKey });
  });
  return { form, based, command, save, stored };
};

/** The dates of a year, to be entered or changed, with what follows from them while they are typed. */
export const DatesForm = (props: DatesFormProps) => {
  const { view, year } = props;
  const surfaces = useSurfaces();
  const { form, based, command, save, stored } = useDatesForm(props);
  const draft = form.watch();
  const isWhole = Object.keys(datesErrors(year, view.years)(draft)).length === 0;
  const changed = view.history.filter(({ text }) => text.includes(year)).at(-1);
  return (
    <form className={surfaces.stack} noValidate onSubmit={(event) => void save(event)}>
      {based.stale && stored && (
        <BothVersions
          differences={datesDifferences(stored, datesIn(draft))}
          changed={changed}
          onKeepMine={based.keepMine}
          onTakeTheirs={based.takeTheirs}
        />
      )}
      {command.problem && !based.stale && <ProblemNotice problem={command.problem} title="The dates were not saved." />}
      <DatesFields control={form.control} />
      {isWhole && <FollowingDates follows={whatFollows(view, year, datesIn(draft))} />}
      <ErrorSummary errors={form.formState.errors} />
      <FormEnd save={stored ? 'Save the dates' : `Add ${year}`} busy={command.busy} back="/administration/calendar" />
    </form>
  );
};
