import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { areasByGroup, levelOf } from '../../../shared/domain/framework';
import type { Area, Framework } from '../../../shared/schema/framework';
import type { FrozenRow } from '../../../shared/schema/categoryChange';
import { LevelMark, MarkTile } from '../../components/LevelMark';
import { markOfLevel, notApplicable, type Mark } from '../../components/marks';
import { useSurfaces } from '../../components/surfaces';

/** A matrix row: which level each area had. */
export type EvidenceRow = Pick<FrozenRow, 'levels' | 'notApplicable'>;

interface FrozenEvidenceProps {
  readonly framework: Framework;
  readonly row: EvidenceRow;
}

const useStyles = makeStyles({
  tallies: { display: 'inline-flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  tally: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  areas: { columnWidth: '260px', columnGap: tokens.spacingHorizontalL },
  area: { breakInside: 'avoid', display: 'flex', columnGap: tokens.spacingHorizontalS, paddingBlock: '2px' },
});

const markOf = ({ framework, row }: FrozenEvidenceProps, area: Area): Mark =>
  row.notApplicable.includes(area.code) ? notApplicable : markOfLevel(levelOf(framework, area, row.levels[area.code]));

const talliesOf = (props: FrozenEvidenceProps, areas: readonly Area[]): { mark: Mark; count: number }[] => {
  const tallies = new Map<string, { mark: Mark; count: number }>();
  for (const area of areas) {
    const mark = markOf(props, area);
    tallies.set(mark.word, { mark, count: (tallies.get(mark.word)?.count ?? 0) + 1 });
  }
  return [...tallies.values()];
};

const AreaMarks = ({ framework, row, areas }: FrozenEvidenceProps & { areas: readonly Area[] }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <ul className={mergeClasses(surfaces.list, styles.areas)}>
      {areas.map((area) => {
        const mark = markOf({ framework, row }, area);
        return (
          <li key={area.code} className={styles.area}>
            <MarkTile mark={mark} size="small" />
            <span>
              {area.name} <span className={surfaces.quiet}>{mark.word}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
};

const Tallies = (props: FrozenEvidenceProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <ul className={mergeClasses(surfaces.list, surfaces.tight)}>
      {areasByGroup(props.framework).map(({ group, areas }) => (
        <li key={group.code}>
          <strong>{group.name}</strong>
          <div className={styles.tallies}>
            {talliesOf(props, areas).map(({ mark, count }) => (
              <span key={mark.word} className={styles.tally}>
                {count} <LevelMark mark={mark} />
              </span>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
};

/** A matrix row as evidence: a tally for each function, what needs intervention by name, everything on demand. */
export const FrozenEvidence = ({ framework, row }: FrozenEvidenceProps) => {
  const surfaces = useSurfaces();
  const id = useId();
  const [all, setAll] = useState(false);
  const urgent = framework.areas.filter(
    (area) => levelOf(framework, area, row.levels[area.code])?.needsIntervention === true,
  );
  return (
    <div className={surfaces.stack}>
      <Tallies framework={framework} row={row} />
      {urgent.length > 0 && !all && <AreaMarks framework={framework} row={row} areas={urgent} />}
      <div>
        <Button
          size="small"
          aria-expanded={all}
          aria-controls={id}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? 'Hide the areas' : 'Show every area'}
        </Button>
      </div>
      <div id={id}>{all && <AreaMarks framework={framework} row={row} areas={framework.areas} />}</div>
    </div>
  );
};
