import { makeStyles, tokens } from '@fluentui/react-components';
import { count } from '../../../shared/domain/words';
import type { Administration } from '../../../shared/schema/views';
import { useAdministration } from '../../api/readAdministration';
import { Loaded } from '../../components/Loaded';
import { PageHeading } from '../../components/PageHeading';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { sections, type SectionPath } from './sections';

const useStyles = makeStyles({
  page: { maxWidth: '760px' },
  entry: { paddingBlock: tokens.spacingVerticalM, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  first: { paddingBlock: tokens.spacingVerticalM },
});

/** What waits in a part of administration; nothing where all is well. */
const waitingIn = ({
  handEdits,
  undelivered,
  undeliveredUnknown,
}: Administration): Partial<Record<SectionPath, string>> => ({
  ...(handEdits.length > 0 && {
    '/administration/hand-edits': `${count(handEdits.length, 'record')} to look at.`,
  }),
  ...(undelivered.length > 0 && {
    '/administration/messages': `${count(undelivered.length, 'message')} not delivered.`,
  }),
  ...(undeliveredUnknown && { '/administration/messages': 'The list of messages cannot be read at the moment.' }),
});

/** The parts of administration, each with what waits there. */
export const AdministrationPage = () => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <PageHeading title="Administration" />
      <Loaded query={useAdministration()} waiting="Loading administration">
        {(administration) => {
          const waiting = waitingIn(administration);
          return (
            <nav aria-label="Administration" className={surfaces.card}>
              <ul className={surfaces.list}>
                {sections.map(({ path, title, about }, at) => (
                  <li key={path} className={at === 0 ? styles.first : styles.entry}>
                    <PlaceLink to={path}>{title}</PlaceLink>
                    {waiting[path] !== undefined && <strong> {waiting[path]}</strong>}
                    <div className={surfaces.quiet}>{about}</div>
                  </li>
                ))}
              </ul>
            </nav>
          );
        }}
      </Loaded>
    </div>
  );
};
