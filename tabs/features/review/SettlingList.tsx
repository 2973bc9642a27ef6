import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, CircleRegular } from '@fluentui/react-icons';
import { formatInstant, roleName } from '../../../shared/domain/words';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import { useSurfaces } from '../../components/surfaces';

type Role = ReviewView['settling'][number];

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, fontSize: '16px', marginTop: '2px' },
});

const whoOf = ({ people, agreed }: Role): string => {
  if (agreed) return agreed.by.name;
  return people.length === 0 ? 'nobody is set up for this yet' : people.map(({ name }) => name).join(' or ');
};

const SettlingLine = ({ entry }: { entry: Role }) => {
  const styles = useStyles();
  const { role, agreed } = entry;
  const Icon = agreed ? CheckmarkCircleRegular : CircleRegular;
  return (
    <li className={styles.line}>
      <Icon aria-hidden className={styles.icon} />
      <span>
        {roleName(role)}: {whoOf(entry)}, {agreed ? `agreed on ${formatInstant(agreed.at)}` : 'has not agreed yet'}
      </span>
    </li>
  );
};

/** Who must agree, and who has: by role, name, symbol and word. */
export const SettlingList = ({ settling }: Pick<ReviewView, 'settling'>) => (
  <ul className={useSurfaces().list} aria-label="Who must agree">
    {settling.map((entry) => (
      <SettlingLine key={entry.role} entry={entry} />
    ))}
  </ul>
);
