import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { AreaCode } from '../../../shared/schema/ids';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import { linkTo } from '../../app/routing';
import { areaPath } from '../../app/subPage';
import { MarkTile } from '../../components/LevelMark';
import { useSurfaces } from '../../components/surfaces';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { markOfArea, type AreaOfReview, type GroupOfReview } from '../../../shared/domain/reviewAreas';

interface AreaListProps {
  readonly review: ReviewView;
  readonly groups: readonly GroupOfReview[];
  readonly shown: AreaCode | undefined;
  readonly isUnsaved: (area: AreaCode) => boolean;
}

const useStyles = makeStyles({
  group: { marginBottom: tokens.spacingVerticalM },
  link: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalXS,
    color: 'inherit',
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  shown: {
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
});

const Entry = ({
  entry,
  to,
  isShown,
  isUnsaved,
}: {
  entry: AreaOfReview;
  to: string;
  isShown: boolean;
  isUnsaved: boolean;
}) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const mark = markOfArea(entry);
  return (
    <li>
      <a
        {...linkTo(to)}
        aria-current={isShown ? 'page' : undefined}
        className={mergeClasses(styles.link, isShown && styles.shown)}
      >
        <MarkTile mark={mark} size="small" />
        <span>
          {entry.area.name}
          <VisuallyHidden>: {mark.word}</VisuallyHidden>
          {isUnsaved && <span className={surfaces.quiet}> not saved</span>}
        </span>
      </a>
    </li>
  );
};

/** The areas of a review by function: where one stands, and the way to each. */
export const AreaList = ({ review, groups, shown, isUnsaved }: AreaListProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <nav aria-label="Areas">
      {groups.map(({ group, entries }) => (
        <div key={group.code} className={styles.group}>
          <h2 className={surfaces.quiet}>{group.name}</h2>
          <ul className={surfaces.list}>
            {entries.map((entry) => (
              <Entry
                key={entry.area.code}
                entry={entry}
                to={areaPath(review, review.urn, entry.area.code)}
                isShown={entry.area.code === shown}
                isUnsaved={isUnsaved(entry.area.code)}
              />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
};
