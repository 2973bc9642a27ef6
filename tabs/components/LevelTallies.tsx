import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { areasByGroup, levelOf } from '../../shared/domain/framework';
import type { Area, AreaGroup, Scale } from '../../shared/schema/framework';
import type { AreaCode, LevelCode } from '../../shared/schema/ids';
import { LevelMark } from './LevelMark';
import { markOfLevel, notApplicable, type Mark } from '../../shared/domain/marks';
import { useSurfaces } from './surfaces';

/** A matrix row: which level each area has. */
export interface LevelRow {
  readonly levels: Readonly<Partial<Record<AreaCode, LevelCode>>>;
  readonly notApplicable: readonly AreaCode[];
}

type RowArea = Pick<Area, 'code' | 'name' | 'group'> & { readonly scale: string };

/** What a row's levels mean: a framework, the matrix, or the copy of a framework that a record keeps. */
export interface RowModel {
  readonly scales: readonly Scale[];
  readonly groups: readonly AreaGroup[];
  readonly areas: readonly RowArea[];
}

interface LevelTalliesProps {
  readonly framework: RowModel;
  readonly row: LevelRow;
}

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, 200px) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  tallies: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, rowGap: '2px' },
  tally: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  count: { minWidth: '2ch', textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
});

interface Tally {
  readonly mark: Mark;
  readonly order: number;
  readonly count: number;
}

export const markInRow = ({ framework, row }: LevelTalliesProps, area: RowArea): Mark =>
  row.notApplicable.includes(area.code) ? notApplicable : markOfLevel(levelOf(framework, area, row.levels[area.code]));

/** The same word on two scales may be good on one and bad on the other. */
const lookOf = ({ word, symbol, tone }: Mark): string => `${word}|${symbol}|${tone}`;

/** How many areas have which level, best first; areas without a level last. */
const talliesOf = (props: LevelTalliesProps, areas: readonly RowArea[]): Tally[] => {
  const tallies = new Map<string, Tally>();
  for (const area of areas) {
    const mark = markInRow(props, area);
    const order = levelOf(props.framework, area, props.row.levels[area.code])?.order ?? 0;
    tallies.set(lookOf(mark), { mark, order, count: (tallies.get(lookOf(mark))?.count ?? 0) + 1 });
  }
  return [...tallies.values()].sort((a, b) => b.order - a.order);
};

/** A row in numbers, function by function. */
export const LevelTallies = (props: LevelTalliesProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <ul className={mergeClasses(surfaces.list, surfaces.tight)} aria-label="Levels by function">
      {areasByGroup(props.framework)
        .filter(({ areas }) => areas.length > 0)
        .map(({ group, areas }) => (
          <li key={group.code} className={styles.group}>
            <strong>{group.name}</strong>
            <span className={styles.tallies}>
              {talliesOf(props, areas).map(({ mark, count }) => (
                <span key={lookOf(mark)} className={styles.tally}>
                  <span className={styles.count}>{count}</span> <LevelMark mark={mark} />
                </span>
              ))}
            </span>
          </li>
        ))}
    </ul>
  );
};
