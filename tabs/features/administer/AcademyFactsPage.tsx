import { useState } from 'react';
import { useParams } from 'wouter';
import { count, formatDay, listWords } from '../../../shared/domain/words';
import type { AdministeredAcademies, AdministeredAcademy } from '../../../shared/schema/administrationViews';
import { useAcademies } from '../../api/readAcademies';
import { NotHere } from '../../app/NotHere';
import { academyPath } from '../../app/subPage';
import { DoneNotice } from '../../components/DoneNotice';
import { HistoryLines } from '../../components/HistoryLines';
import { Loaded } from '../../components/Loaded';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { AcademyForm } from './AcademyForm';
import { AdministrationFrame } from './AdministrationFrame';
import { Section } from './Section';

/** What leaving means, once there is a last day: who still holds a role there. */
const Leaving = ({ academy, today }: { academy: AdministeredAcademy; today: string }) => {
  const surfaces = useSurfaces();
  const { facts, holders, records } = academy;
  if (facts.leftOn === undefined) return null;
  return (
    <div className={surfaces.card}>
      <p className={surfaces.text}>
        {facts.leftOn < today ? 'It left' : 'It leaves'} the trust after {formatDay(facts.leftOn)}.{' '}
        {count(records, 'record stays', 'records stay')} readable for those who could read them before.
        {holders.length > 0 &&
          ` ${listWords(holders)} ${holders.length === 1 ? 'holds' : 'hold'} a role there; take it away under People and roles when it is no longer right.`}
      </p>
    </div>
  );
};

const One = ({ academy, view }: { academy: AdministeredAcademy; view: AdministeredAcademies }) => {
  const surfaces = useSurfaces();
  const [saves, setSaves] = useState(0);
  return (
    <div className={surfaces.stack}>
      {saves > 0 && <DoneNotice key={saves} title={`${academy.facts.name} is saved.`} />}
      <Leaving academy={academy} today={view.today} />
      <div className={surfaces.card}>
        <AcademyForm academy={academy} areas={view.areas} onSaved={() => setSaves((n) => n + 1)} />
      </div>
      {academy.history.length > 0 && (
        <Section title="Who changed this" about="The latest changes made in Assured, newest first.">
          <HistoryLines lines={academy.history} />
        </Section>
      )}
    </div>
  );
};

/** `/administration/academies/100001`: what is said of one academy. */
export const AcademyFactsPage = () => {
  const { urn } = useParams();
  const query = useAcademies();
  const academy = query.data?.academies.find((each) => each.urn === urn);
  if (query.data && !academy) return <NotHere />;
  return (
    <AdministrationFrame
      title={academy?.facts.name ?? 'Academy'}
      about={academy && <>URN {academy.urn}</>}
      actions={academy && <PlaceLink to={academyPath(academy.urn)}>Inspections and records</PlaceLink>}
    >
      <Loaded query={query} waiting="Loading the academy">
        {(view) => academy && <One academy={academy} view={view} />}
      </Loaded>
    </AdministrationFrame>
  );
};
