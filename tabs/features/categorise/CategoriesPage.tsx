import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { capital, count, formatDay, formatInstant, plural } from '../../../shared/domain/words';
import type { CategoryWord } from '../../../shared/schema/framework';
import type { CategoryOverview } from '../../../shared/schema/changeViews';
import { useCategories } from '../../api/readCategories';
import { useSession } from '../../app/SessionProvider';
import { supportPath } from '../../app/subPage';
import { CategoryMark } from '../../components/CategoryMark';
import { Loaded } from '../../components/Loaded';
import { PageHeading } from '../../components/PageHeading';
import { PlaceButton } from '../../components/PlaceButton';
import { PlaceLink } from '../../components/PlaceLink';
import { changeStateWords } from '../../../shared/domain/stateWords';
import { useSurfaces } from '../../components/surfaces';
import { VisuallyHidden } from '../../components/VisuallyHidden';

type Academy = CategoryOverview['academies'][number];
type Change = Academy['changes'][number];

const useStyles = makeStyles({
  page: { maxWidth: '960px' },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 2fr) minmax(0, 3fr) 180px',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none' },
    '@media (max-width: 800px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

const isOpen = ({ state }: Change): boolean => state === 'atStep' || state === 'returned';

const ChangeLine = ({ change, word }: { change: Change; word: CategoryWord }) => {
  const surfaces = useSurfaces();
  const words = change.fromName ? `${change.fromName} → ${change.toName}` : `First ${word}: ${change.toName}`;
  return (
    <li>
      <PlaceLink to={`/categories/${change.id}`}>{words}</PlaceLink>
      <div className={surfaces.quiet}>
        {changeStateWords(change.state)}, effective from {formatDay(change.effectiveFrom)}
      </div>
    </li>
  );
};

const Changes = ({ academy, word }: { academy: Academy; word: CategoryWord }) => {
  const surfaces = useSurfaces();
  const open = academy.changes.filter(isOpen);
  const closed = academy.changes.filter((change) => !isOpen(change));
  const lines = (changes: readonly Change[]) =>
    changes.map((change) => <ChangeLine key={change.id} change={change} word={word} />);
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

const AcademyCategory = ({ academy, overview }: { academy: Academy; overview: CategoryOverview }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { category } = academy;
  return (
    <li className={styles.entry}>
      <div>
        <h2 className={styles.name}>{academy.name}</h2>
        {academy.leftOn && <p className={surfaces.quiet}>last day {formatDay(academy.leftOn)}</p>}
      </div>
      <div className={surfaces.tight}>
        <span>{category ? <CategoryMark category={category.as} /> : `No ${overview.categoryWord} yet`}</span>
        {category && <span className={surfaces.quiet}>since {formatDay(category.since)}</span>}
        {category && academy.maySeeSupport && (
          <PlaceLink to={supportPath(academy.urn, overview.year)}>
            Support this year<VisuallyHidden> for {academy.name}</VisuallyHidden>
          </PlaceLink>
        )}
      </div>
      <Changes academy={academy} word={overview.categoryWord} />
      <span>
        {academy.mayPropose && <PlaceButton to={`/categories/propose/${academy.urn}`}>Propose a change</PlaceButton>}
      </span>
    </li>
  );
};

interface AcademyCategoriesProps {
  readonly label: string;
  readonly overview: CategoryOverview;
  readonly academies: readonly Academy[];
}

const AcademyCategories = ({ label, overview, academies }: AcademyCategoriesProps) => {
  const surfaces = useSurfaces();
  if (academies.length === 0) return null;
  return (
    <ul className={mergeClasses(surfaces.list, surfaces.card)} aria-label={label}>
      {academies.map((academy) => (
        <AcademyCategory key={academy.urn} academy={academy} overview={overview} />
      ))}
    </ul>
  );
};

/** Every academy's category, and the changes of it. */
export const CategoriesPage = () => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { framework } = useSession();
  const query = useCategories();
  return (
    <div className={styles.page}>
      <PageHeading
        title={capital(plural(framework.categoryWord))}
        about={query.data && `as at ${formatInstant(query.data.asAt)}`}
      />
      <Loaded query={query} waiting={`Loading the ${plural(framework.categoryWord)}`}>
        {(overview) => {
          const present = overview.academies.filter(({ leftOn }) => leftOn === undefined);
          // What was decided about them stays to be read.
          const gone = overview.academies.filter(({ leftOn, changes }) => leftOn !== undefined && changes.length > 0);
          return present.length + gone.length === 0 ? (
            <p className={surfaces.card}>There is no academy whose {overview.categoryWord} is yours to see.</p>
          ) : (
            <div className={surfaces.stack}>
              <AcademyCategories label="Academies" overview={overview} academies={present} />
              {gone.length > 0 && (
                <section className={surfaces.tight}>
                  <h2 className={surfaces.title}>Left the trust</h2>
                  <AcademyCategories label="Academies that left the trust" overview={overview} academies={gone} />
                </section>
              )}
            </div>
          );
        }}
      </Loaded>
    </div>
  );
};
