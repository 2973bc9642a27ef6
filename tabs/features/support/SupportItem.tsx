import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { minutesWords } from '../../../shared/domain/supportWords';
import { capital, listWords } from '../../../shared/domain/words';
import type { SupportLine } from '../../../shared/schema/supportViews';
import { useSurfaces } from '../../components/surfaces';
import { PlannedWindows } from './PlannedWindows';

const useStyles = makeStyles({
  item: {
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  text: { margin: 0, maxWidth: '70ch', overflowWrap: 'anywhere' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    marginTop: tokens.spacingVerticalXS,
    '@media (max-width: 640px)': { columnGap: tokens.spacingHorizontalS },
  },
  word: { color: tokens.colorNeutralForeground3 },
  said: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});

const Fact = ({ word, children }: { word: string; children: ReactNode }) => {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.word}>{word}</dt>
      <dd className={styles.said}>{children}</dd>
    </>
  );
};

const oftenWords = ({ cadence, minutes }: SupportLine): string =>
  minutes === undefined ? capital(cadence) : `${capital(cadence)}, ${minutesWords(minutes)} each`;

const Because = ({ areas }: { areas: readonly string[] }) => {
  const surfaces = useSurfaces();
  if (areas.length === 0) return null;
  return (
    <div className={surfaces.quiet}>
      These figures are in force because {listWords(areas)} {areas.length === 1 ? 'needs' : 'need'} intervention.
    </div>
  );
};

/** One item of support: what it is, who leads it, how often, how many days, and when it falls due. */
export const SupportItem = ({ line }: { line: SupportLine }) => {
  const styles = useStyles();
  const { text, ledBy, because, planned, allowances } = line;
  return (
    <li className={styles.item}>
      <p className={styles.text}>{text}</p>
      <dl className={styles.facts}>
        {ledBy && <Fact word="Led by">{ledBy}</Fact>}
        <Fact word="How often">
          {oftenWords(line)}
          <Because areas={because} />
        </Fact>
        {allowances.length > 0 && (
          <Fact word="Days">{allowances.map(({ label, words }) => `${label}: ${words}`).join('; ')}</Fact>
        )}
        {planned.length > 0 && (
          <Fact word="When">
            <PlannedWindows planned={planned} />
          </Fact>
        )}
      </dl>
    </li>
  );
};
