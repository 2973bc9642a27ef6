import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { levelOf } from '../../../shared/domain/framework';
import { MarkTile } from '../../components/LevelMark';
import { LevelTallies, markInRow, type LevelRow, type RowModel } from '../../components/LevelTallies';
import { useSurfaces } from '../../components/surfaces';

interface FrozenEvidenceProps {
  /** What the levels meant when the row was taken. */
  readonly framework: RowModel;
  readonly row: LevelRow;
}

const useStyles = makeStyles({
  areas: { columnWidth: '260px', columnGap: tokens.spacingHorizontalL },
  area: { breakInside: 'avoid', display: 'flex', columnGap: tokens.spacingHorizontalS, paddingBlock: '2px' },
  level: { display: 'block' },
});

const AreaMarks = ({ framework, row, areas }: FrozenEvidenceProps & { areas: RowModel['areas'] }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <ul className={mergeClasses(surfaces.list, styles.areas)}>
      {areas.map((area) => {
        const mark = markInRow({ framework, row }, area);
        return (
          <li key={area.code} className={styles.area}>
            <MarkTile mark={mark} size="small" />
            <span>
              {area.name}
              <span className={mergeClasses(surfaces.quiet, styles.level)}>{mark.word}</span>
            </span>
          </li>
        );
      })}
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
      <LevelTallies framework={framework} row={row} />
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
