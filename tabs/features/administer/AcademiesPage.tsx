import { makeStyles, tokens } from '@fluentui/react-components';
import { count, formatDay, phaseName } from '../../../shared/domain/words';
import type { AdministeredAcademies, AdministeredAcademy } from '../../../shared/schema/administrationViews';
import { useAcademies } from '../../api/readAcademies';
import { academyFactsPath, academyPath } from '../../app/subPage';
import { Loaded } from '../../components/Loaded';
import { PlaceButton } from '../../components/PlaceButton';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { AdministrationFrame } from './AdministrationFrame';
import { Entries, Section } from './Section';

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
});

const factsLine = ({ urn, facts: { phase, pupils, joinedOn, leftOn } }: AdministeredAcademy): string =>
  [
    `URN ${urn}`,
    phaseName(phase),
    ...(pupils === undefined ? [] : [count(pupils, 'pupil')]),
    ...(joinedOn ? [`joined ${formatDay(joinedOn)}`] : []),
    ...(leftOn ? [`last day ${formatDay(leftOn)}`] : []),
  ].join(' · ');

const Entry = ({ academy }: { academy: AdministeredAcademy }) => {
  const surfaces = useSurfaces();
  return (
    <li className={useStyles().entry}>
      <div>
        <PlaceLink to={academyFactsPath(academy.urn)}>{academy.facts.name}</PlaceLink>
        <div className={surfaces.quiet}>{factsLine(academy)}</div>
      </div>
      <PlaceLink to={academyPath(academy.urn)}>
        Inspections and records<VisuallyHidden> of {academy.facts.name}</VisuallyHidden>
      </PlaceLink>
    </li>
  );
};

const hasGone = ({ facts: { leftOn } }: AdministeredAcademy, today: string): boolean =>
  leftOn !== undefined && leftOn < today;

const All = ({ view: { academies, today } }: { view: AdministeredAcademies }) => {
  const surfaces = useSurfaces();
  const gone = academies.filter((academy) => hasGone(academy, today));
  const here = academies.filter((academy) => !hasGone(academy, today));
  return (
    <div className={surfaces.stack}>
      <Section title="In the trust" about={count(here.length, 'academy', 'academies')}>
        <Entries label="Academies in the trust">
          {here.map((academy) => (
            <Entry key={academy.urn} academy={academy} />
          ))}
        </Entries>
      </Section>
      {gone.length > 0 && (
        <Section title="Left the trust" about="Their records stay readable.">
          <Entries label="Academies that left">
            {gone.map((academy) => (
              <Entry key={academy.urn} academy={academy} />
            ))}
          </Entries>
        </Section>
      )}
    </div>
  );
};

/** `/administration/academies`: the trust's academies. */
export const AcademiesPage = () => (
  <AdministrationFrame
    title="Academies"
    actions={<PlaceButton to="/administration/academies/new">Add an academy</PlaceButton>}
  >
    <Loaded query={useAcademies()} waiting="Loading the academies">
      {(view) => <All view={view} />}
    </Loaded>
  </AdministrationFrame>
);
