import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useParams } from 'wouter';
import { samePeriod } from '../../../shared/domain/calendar';
import { count, formatDay, periodLabel, plural } from '../../../shared/domain/words';
import type { Opening } from '../../../shared/schema/administrationViews';
import type { OpenedReviews } from '../../../shared/schema/reviewViews';
import type { PeriodRef } from '../../../shared/schema/views';
import { useOpening } from '../../api/readOpening';
import { goTo } from '../../app/routing';
import { useSession } from '../../app/SessionProvider';
import { openingPath, periodFromPath } from '../../app/subPage';
import { DoneNotice } from '../../components/DoneNotice';
import { Loaded } from '../../components/Loaded';
import { useSurfaces } from '../../components/surfaces';
import { AdministrationFrame } from './AdministrationFrame';
import { OpeningForm } from './OpeningForm';
import { outcomeWords } from './openingWords';

const useStyles = makeStyles({ period: { maxWidth: '320px', marginBottom: tokens.spacingVerticalM } });

interface Done {
  readonly outcome: OpenedReviews;
  readonly asked: readonly string[];
}

/** What became of every academy that was asked for. */
const Outcome = ({ done: { outcome, asked }, opening }: { done: Done; opening: Opening }) => {
  const surfaces = useSurfaces();
  const names = new Map(opening.academies.map(({ urn, name }) => [String(urn), name]));
  return (
    <>
      <DoneNotice title={`${count(outcome.opened.length, opening.record, plural(opening.record))} opened.`}>
        It is safe to do this again: what is open stays as it is.
      </DoneNotice>
      <ul className={surfaces.bullets} aria-label="What was done">
        {asked.map((urn) => (
          <li key={urn}>
            {names.get(urn) ?? urn}: {outcomeWords(urn, outcome)}
          </li>
        ))}
      </ul>
    </>
  );
};

const aboutOpening = ({ startsOn, endsOn, record }: Opening): string =>
  `From ${formatDay(startsOn)} to ${formatDay(endsOn)}. Once ${plural(record)} are open their areas can be judged, and the people concerned are told in chat.`;

const OnePeriod = ({ period }: { period: PeriodRef }) => {
  const surfaces = useSurfaces();
  const [done, setDone] = useState<Done & { readonly times: number }>();
  return (
    <Loaded query={useOpening(period)} waiting="Loading the academies">
      {(opening) => (
        <div className={surfaces.stack}>
          <p className={surfaces.text}>{aboutOpening(opening)}</p>
          {done && <Outcome key={done.times} done={done} opening={opening} />}
          <div className={surfaces.card}>
            {opening.academies.some(({ state }) => state === 'toOpen') ? (
              <OpeningForm
                opening={opening}
                onOpened={(outcome, asked) =>
                  setDone((before) => ({ outcome, asked, times: (before?.times ?? 0) + 1 }))
                }
              />
            ) : (
              <p className={surfaces.text}>
                {opening.academies.length === 0
                  ? 'No academy is in the trust in this period. Add the academies first.'
                  : 'Nothing is left to open in this period.'}
              </p>
            )}
          </div>
        </div>
      )}
    </Loaded>
  );
};

const Choice = ({ shown }: { shown: PeriodRef }) => {
  const { periods } = useSession();
  return (
    <Field label="Period" className={useStyles().period}>
      <Select
        value={periodLabel(shown)}
        onChange={(_event, { value }) => {
          const chosen = periods.find((period) => periodLabel(period) === value);
          if (chosen) goTo(openingPath(chosen));
        }}
      >
        {[...periods].reverse().map((period) => (
          <option key={periodLabel(period)}>{periodLabel(period)}</option>
        ))}
      </Select>
    </Field>
  );
};

/** `/administration/opening/2026-27/autumn`: the records of a period, for many academies at once. */
export const OpeningPage = () => {
  const surfaces = useSurfaces();
  const { year, period } = useParams();
  const { currentPeriod, periods } = useSession();
  const named = periodFromPath(year, period);
  const shown = named && periods.some((each) => samePeriod(each, named)) ? named : currentPeriod;
  return (
    <AdministrationFrame title="Open a period">
      {shown ? (
        <>
          <Choice shown={shown} />
          <OnePeriod key={periodLabel(shown)} period={shown} />
        </>
      ) : (
        <p className={surfaces.text}>The trust’s model judges nothing, so there is nothing to open.</p>
      )}
    </AdministrationFrame>
  );
};
