import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useParams } from 'wouter';
import { capital, count, formatDay, listWords, periodLabel, phaseName, plural } from '../../../shared/domain/words';
import type { AcademyView } from '../../../shared/schema/academyViews';
import { Urn } from '../../../shared/schema/ids';
import { useAcademy } from '../../api/readAcademy';
import { NotHere } from '../../app/NotHere';
import { reviewPath, supportPath } from '../../app/subPage';
import { Loaded } from '../../components/Loaded';
import { PageHeading } from '../../components/PageHeading';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { reviewStateWords } from '../../../shared/domain/stateWords';
import { whoWords } from '../../components/whoWords';
import { Historic } from './Historic';

const useStyles = makeStyles({ page: { maxWidth: '760px' } });

const aboutAcademy = ({ phase, pupils, joinedOn, urn }: AcademyView): string =>
  [
    phaseName(phase),
    ...(pupils === undefined ? [] : [count(pupils, 'pupil')]),
    ...(joinedOn ? [`joined on ${formatDay(joinedOn)}`] : []),
    `URN ${urn}`,
  ].join(' · ');

const headTeachers = ({ headTeachers: people }: AcademyView): string =>
  people.length === 0 ? 'No head teacher is set up.' : `Led by ${listWords(people.map(whoWords))}.`;

const Records = ({ academy }: { academy: AcademyView }) => {
  const surfaces = useSurfaces();
  if (academy.records.length === 0) return null;
  const title = capital(plural(academy.record));
  return (
    <section className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h2 className={surfaces.title}>{title}</h2>
      <ul className={surfaces.list} aria-label={title}>
        {academy.records.map((record) => (
          <li key={periodLabel(record)}>
            <PlaceLink to={reviewPath(record, academy.urn)}>{periodLabel(record)}</PlaceLink>
            <span className={surfaces.quiet}> {reviewStateWords(record.state, record.settling)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Academy = ({ academy }: { academy: AcademyView }) => {
  const surfaces = useSurfaces();
  const { supportYear } = academy;
  return (
    <>
      <PageHeading title={academy.name} about={aboutAcademy(academy)} />
      <div className={surfaces.stack}>
        <p className={surfaces.text}>{headTeachers(academy)}</p>
        {supportYear && (
          <div>
            <PlaceLink to={supportPath(academy.urn, supportYear)}>Support in {supportYear}</PlaceLink>
          </div>
        )}
        <Historic academy={academy} />
        <Records academy={academy} />
      </div>
    </>
  );
};

/** `/academies/100001`: who leads an academy, what was said of it outside the model, and its records. */
export const AcademyPage = () => {
  const styles = useStyles();
  const urn = Urn.safeParse(useParams()['urn']);
  return urn.success ? (
    <div className={styles.page}>
      <OneAcademy urn={urn.data} />
    </div>
  ) : (
    <NotHere />
  );
};

const OneAcademy = ({ urn }: { urn: Urn }) => (
  <Loaded query={useAcademy(urn)} waiting="Loading the academy">
    {(academy) => <Academy academy={academy} />}
  </Loaded>
);
