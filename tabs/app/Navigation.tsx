import { makeStyles, Select, Tab, TabList, tokens } from '@fluentui/react-components';
import { useLocation, useNavigate } from 'react-router';
import { narrow, useMediaQuery } from '../components/mediaQuery';
import { destinationsOf } from './destinations';
import { useSession } from './SessionProvider';

const useStyles = makeStyles({
  bar: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingInline: tokens.spacingHorizontalM,
  },
  narrow: { paddingBlock: tokens.spacingVerticalS },
  select: { width: '100%' },
});

/** The ways through the tab: a row of tabs, or one list where there is no room for a row. */
export const Navigation = () => {
  const styles = useStyles();
  const navigate = useNavigate();
  const isNarrow = useMediaQuery(narrow);
  const { pathname } = useLocation();
  const destinations = destinationsOf(useSession());
  const section = pathname.split('/')[1] ?? '';
  const go = (chosen: unknown): void => {
    const destination = destinations.find((d) => d.section === chosen);
    if (destination) void navigate(destination.path);
  };
  if (destinations.length < 2) return null;
  if (isNarrow)
    return (
      <nav aria-label="Assured" className={`${styles.bar} ${styles.narrow}`}>
        <Select
          aria-label="Go to"
          className={styles.select}
          value={section}
          onChange={(_event, { value }) => {
            go(value);
          }}
        >
          {/* A page of no section, such as an academy's support: every section can still be chosen from it. */}
          {!destinations.some((d) => d.section === section) && <option value={section}>Go to …</option>}
          {destinations.map((d) => (
            <option key={d.section} value={d.section}>
              {d.label}
            </option>
          ))}
        </Select>
      </nav>
    );
  return (
    <nav aria-label="Assured" className={styles.bar}>
      <TabList
        selectedValue={section}
        onTabSelect={(_event, { value }) => {
          go(value);
        }}
      >
        {destinations.map((d) => (
          <Tab key={d.section} value={d.section}>
            {d.label}
          </Tab>
        ))}
      </TabList>
    </nav>
  );
};
