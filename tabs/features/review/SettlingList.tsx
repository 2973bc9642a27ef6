import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, CircleRegular } from '@fluentui/react-icons';
import { settlingLine } from '../../../shared/domain/reviewWords';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import { useSurfaces } from '../../components/surfaces';

type Role = ReviewView['settling'][number];

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, fontSize: '16px', marginTop: '2px' },
});

const SettlingLine = ({ entry }: { entry: Role }) => {
  const styles = useStyles();
  const Icon = entry.agreed ? CheckmarkCircleRegular : CircleRegular;
  return (
    <li className={styles.line}>
      <Icon aria-hidden className={styles.icon} />
      <span>{settlingLine(entry)}</span>
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
