import { useParams } from 'wouter';
import { count, formatDay, formatInstant, listWords, phaseName } from '../../../shared/domain/words';
import { whoWords } from '../../../shared/domain/whoWords';
import type { AcademyView } from '../../../shared/schema/academyViews';
import { Urn } from '../../../shared/schema/ids';
import { useAcademy } from '../../api/readAcademy';
import { NotHere } from '../../app/NotHere';
import { Loaded } from '../../components/Loaded';
import { PageHeading } from '../../components/PageHeading';
import { useSurfaces } from '../../components/surfaces';
import css from './AcademyPage.module.css';
import { CategoryCard } from './CategoryCard';
import { Decisions } from './Decisions';
import { Historic } from './Historic';
import { OverTheYears } from './OverTheYears';
import { Records } from './Records';
import { UnderWayCard } from './UnderWayCard';

const aboutAcademy = ({ phase, pupils, joinedOn, leftOn, urn, asAt }: AcademyView): string =>
  [
    phaseName(phase),
    ...(pupils === undefined ? [] : [count(pupils, 'pupil')]),
    ...(joinedOn ? [`joined on ${formatDay(joinedOn)}`] : []),
    ...(leftOn ? [`in the trust until ${formatDay(leftOn)}`] : []),
    `URN ${urn}`,
    `as at ${formatInstant(asAt)}`,
  ].join(' · ');

const headTeachers = ({ headTeachers: people }: AcademyView): string =>
  people.length === 0 ? 'No head teacher is set up.' : `Led by ${listWords(people.map(whoWords))}.`;

const Academy = ({ academy }: { academy: AcademyView }) => {
  const surfaces = useSurfaces();
  return (
    <>
      <PageHeading title={academy.name} about={aboutAcademy(academy)} />
      <div className={surfaces.stack}>
        <p className={surfaces.text}>{headTeachers(academy)}</p>
        <div className={css.pair}>
          <CategoryCard academy={academy} />
          <div className={surfaces.stack}>
            <UnderWayCard academy={academy} />
            <Records academy={academy} />
          </div>
        </div>
        <OverTheYears academy={academy} />
        <div className={css.pair}>
          <Decisions academy={academy} />
          <div className={surfaces.stack}>
            <Historic academy={academy} />
          </div>
        </div>
      </div>
    </>
  );
};

const OneAcademy = ({ urn }: { urn: Urn }) => (
  <Loaded query={useAcademy(urn)} waiting="Loading the academy">
    {(academy) => <Academy academy={academy} />}
  </Loaded>
);

/** `/academies/100001`: how an academy stands and stood, what is under way, what was decided, and its records. */
export const AcademyPage = () => {
  const urn = Urn.safeParse(useParams()['urn']);
  return urn.success ? (
    <div className={css.page}>
      <OneAcademy urn={urn.data} />
    </div>
  ) : (
    <NotHere />
  );
};
