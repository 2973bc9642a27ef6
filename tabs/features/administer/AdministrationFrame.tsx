import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { linkTo, usePath } from '../../app/routing';
import { PageHeading } from '../../components/PageHeading';
import { useSurfaces } from '../../components/surfaces';
import { sections } from './sections';

const useStyles = makeStyles({
  page: { maxWidth: '1000px' },
  ways: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    marginBottom: tokens.spacingVerticalL,
    '@media print': { display: 'none' },
  },
  way: {
    display: 'block',
    paddingBlock: tokens.spacingVerticalXS,
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    textUnderlineOffset: '4px',
  },
});

interface AdministrationFrameProps {
  readonly title: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of administration: the ways to its other pages, its heading, and what it is about. */
export const AdministrationFrame = ({ title, about, actions, children }: AdministrationFrameProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const path = usePath();
  return (
    <div className={styles.page}>
      <nav aria-label="Administration">
        <ul className={mergeClasses(surfaces.list, styles.ways)}>
          {sections.map((section) => {
            const isHere = path === section.path || path.startsWith(`${section.path}/`);
            return (
              <li key={section.path}>
                <a
                  {...linkTo(section.path)}
                  aria-current={path === section.path ? 'page' : isHere ? 'true' : undefined}
                  className={mergeClasses(styles.way, isHere && styles.here)}
                >
                  {section.title}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <PageHeading title={title} about={about} actions={actions} />
      {children}
    </div>
  );
};
