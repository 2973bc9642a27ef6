import { makeStyles, tokens } from '@fluentui/react-components';
import { formatInstant } from '../../../shared/domain/words';
import type { Administration } from '../../../shared/schema/views';
import { handEditPath } from '../../app/subPage';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { Entries, Section } from './Section';

const useStyles = makeStyles({
  entry: {
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
});

/** Items that somebody changed in SharePoint, each with the way to both of its versions. */
export const HandEdits = ({ edits }: { edits: Administration['handEdits'] }) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  return (
    <Section
      title="Records to look at"
      about={
        edits.length === 0
          ? 'No item was changed outside Assured.'
          : 'These items of the SharePoint lists were changed by hand. Assured neither believes nor overwrites them, and does not use them until they stand as it wrote them.'
      }
    >
      <Entries label="Items changed outside Assured">
        {edits.map((edit) => (
          <li key={`${edit.list}|${edit.item}`} className={styles.entry}>
            <strong>
              {edit.listName}: {edit.key}
            </strong>
            {edit.editedAt && <div className={surfaces.quiet}>Changed {formatInstant(edit.editedAt)}</div>}
            <div>
              <PlaceLink to={handEditPath(edit)}>
                Compare both versions of {edit.key} in {edit.listName}
              </PlaceLink>
            </div>
          </li>
        ))}
      </Entries>
    </Section>
  );
};
