import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { count, formatDay, formatInstant } from '../../../shared/domain/words';
import type { Category } from '../../../shared/schema/framework';
import type { CategoryOverview } from '../../../shared/schema/changeViews';
import { useCategories } from '../../api/reading';
import { useSession } from '../../app/SessionProvider';
import { CategoryMark } from '../../components/CategoryMark';
import { Loaded } from '../../components/Loaded';
import { PageHeading } from '../../components/PageHeading';
import { PlaceButton, PlaceLink } from '../../components/PlaceLink';
import { changeStateWords } from '../../components/stateWords';
import { useSurfaces } from '../../components/surfaces';

type Academy = CategoryOverview['academies'][number];
type Change = Academy['changes'][number];

const useStyles = makeStyles({
  page: { maxWidth: '960px' },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 2fr) minmax(0, 3fr) auto',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none' },
    '@media (max-width: 760px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

const isOpen = ({ state }: Change): boolean => state === 'atStep' || state === 'returned';

const ChangeLine = ({ change, categories }: { change: Change; categories: readonly Category[] }) => {
  const surfaces = useSurfaces();
  const nameOf = (code: string | undefined): string => categories.find((c) => c.code === code)?.name ?? code ?? '';
  const words = change.from ? `${nameOf(change.from)} → ${nameOf(change.to)}` : `First category: ${nameOf(change.to)}`;
  return (
    <li>
      <PlaceLink to={`/categories/${change.id}`}>{words}</PlaceLink>
      <div className={surfaces.quiet}>
        {changeStateWords(change.state)}, effective from {formatDay(change.effectiveFrom)}
      </div>
    </li>
  );
};

const Changes = ({ academy, categories }: { academy: Academy; categories: readonly Category[] }) => {
  const surfaces = useSurfaces();
  const open = academy.changes.filter(isOpen);
  const closed = academy.changes.filter((change) => !isOpen(change));
  const lines = (changes: readonly Change[]) =>
    changes.map((change) => <ChangeLine key={change.id} change={change} categories={categories} />);
  return (
    <div className={surfaces.tight}>
      {open.length > 0 && (
        <ul className={surfaces.list} aria-label={`${academy.name}: change under way`}>
          {lines(open)}
        </ul>
      )}
      {closed.length > 0 && (
        <details>
          <summary>{count(closed.length, 'earlier change')}</summary>
          <ul className={mergeClasses(surfaces.list, surfaces.tight)}>{lines(closed)}</ul>
        </details>
      )}
    </div>
  );
};

const AcademyCategory = ({ academy }: { academy: Academy }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { categories } = useSession().framework;
  const category = categories.find((c) => c.code === academy.category?.code);
  return (
    <li className={styles.entry}>
      <h2 className={styles.name}>{academy.name}</h2>
      <div>
        <CategoryMark category={category} />
        {academy.category && <div className={surfaces.quiet}>since {formatDay(academy.category.since)}</div>}
      </div>
      <Changes academy={academy} categories={categories} />
      <span>
        {academy.mayPropose && <PlaceButton to={`/categories/propose/${academy.urn}`}>Propose a change</PlaceButton>}
      </span>
    </li>
  );
};

/** Every academy's category, and the changes of it. */
export const CategoriesPage = () => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const query = useCategories();
  return (
    <div className={styles.page}>
      <PageHeading title="Categories" about={query.data && `as at ${formatInstant(query.data.asAt)}`} />
      <Loaded query={query} waiting="Loading the categories">
        {({ academies }) =>
          academies.length === 0 ? (
            <p className={surfaces.card}>There is no academy whose category is yours to see.</p>
          ) : (
            <ul className={mergeClasses(surfaces.list, surfaces.card)} aria-label="Academies">
              {academies.map((academy) => (
                <AcademyCategory key={academy.urn} academy={academy} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
};
