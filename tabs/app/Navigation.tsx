import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { destinationsOf } from './destinations';
import { linkTo, usePath } from './routing';
import { useSession } from './SessionProvider';

const useStyles = makeStyles({
  bar: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingInline: tokens.spacingHorizontalM,
    '@media (max-width: 640px)': { paddingInline: tokens.spacingHorizontalXS },
    '@media print': { display: 'none' },
  },
  list: { display: 'flex', flexWrap: 'wrap', listStyleType: 'none', margin: 0, padding: 0 },
  link: {
    display: 'block',
    position: 'relative',
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalMNudge}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalS },
  },
  shown: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { borderBottom: '3px solid Highlight' },
  },
});

/** The ways through the tab. Links, so that each can also be opened elsewhere; where there is no room they wrap. */
export const Navigation = () => {
  const styles = useStyles();
  const section = usePath().split('/')[1] ?? '';
  const destinations = destinationsOf(useSession());
  if (destinations.length < 2) return null;
  return (
    <nav aria-label="Assured" className={styles.bar}>
      <ul className={styles.list}>
        {destinations.map((d) => (
          <li key={d.section}>
            <a
              {...linkTo(d.path)}
              aria-current={d.section === section ? 'page' : undefined}
              className={mergeClasses(styles.link, d.section === section && styles.shown)}
            >
              {d.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
