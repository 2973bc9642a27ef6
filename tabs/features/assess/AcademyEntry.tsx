import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { count } from '../../../shared/domain/words';
import type { Matrix, MatrixRow } from '../../../shared/schema/matrixViews';
import { academyPath } from '../../app/subPage';
import { PlaceLink } from '../../components/PlaceLink';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { useSurfaces } from '../../components/surfaces';
import { AreaEntry } from './AreaEntry';
import { showCell } from '../../../shared/domain/matrixWords';
import type { ShownMatrix } from '../../../shared/domain/filterMatrix';
import { HistoricFacts } from './HistoricFacts';
import { RowFacts } from './RowFacts';

interface AcademyEntryProps {
  readonly matrix: Matrix;
  readonly shown: ShownMatrix;
  readonly row: MatrixRow;
  readonly onOpen: (urn: string, area: string) => void;
}

const useStyles = makeStyles({
  group: { marginTop: tokens.spacingVerticalS },
  toggle: { alignSelf: 'flex-start', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

const AllAreas = ({ matrix, shown, row, onOpen }: AcademyEntryProps) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  return shown.groups.map(({ group, areas }) => (
    <div key={group.code} className={styles.group}>
      <h3 className={mergeClasses(surfaces.quiet)}>{group.name}</h3>
      <ul className={surfaces.list}>
        {areas.map((area) => (
          <AreaEntry key={area.code} matrix={matrix} row={row} area={area} onOpen={onOpen} />
        ))}
      </ul>
    </div>
  ));
};

const foundWords = (looking: boolean, found: number, of: number): string => {
  const areas = `${found} of ${count(of, 'area')}`;
  if (looking) return `${areas} looked for`;
  if (found === 0) return 'No area judged to need intervention';
  return `${areas} ${found === 1 ? 'needs' : 'need'} intervention`;
};

/** An academy where there is no room for a grid: what needs intervention first, everything on demand. */
export const AcademyEntry = ({ matrix, shown, row, onOpen }: AcademyEntryProps) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const id = useId();
  const [all, setAll] = useState(false);
  const areas = shown.groups.flatMap((entry) => entry.areas);
  const first = areas.filter((area) =>
    shown.looking ? shown.matches(row, area) : showCell(matrix, row, area).level?.needsIntervention === true,
  );
  return (
    <div className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h2 className={surfaces.subtitle}>
        {row.mayOpenDetail ? <PlaceLink to={academyPath(row.urn)}>{row.name}</PlaceLink> : row.name}
      </h2>
      <div>
        <RowFacts matrix={matrix} row={row} />
        <HistoricFacts historic={matrix.historic} row={row} />
      </div>
      <p className={surfaces.quiet}>{foundWords(shown.looking, first.length, areas.length)}</p>
      {first.length > 0 && (
        <ul
          className={surfaces.list}
          aria-label={`${row.name}: ${shown.looking ? 'what was looked for' : 'needs intervention'}`}
        >
          {first.map((area) => (
            <AreaEntry key={area.code} matrix={matrix} row={row} area={area} onOpen={onOpen} />
          ))}
        </ul>
      )}
      <Button
        appearance="transparent"
        size="small"
        className={styles.toggle}
        icon={all ? <ChevronUpRegular /> : <ChevronDownRegular />}
        aria-expanded={all}
        aria-controls={id}
        onClick={() => {
          setAll(!all);
        }}
      >
        {all ? 'Hide the areas' : `Show all ${count(areas.length, 'area')}`}
        <VisuallyHidden> of {row.name}</VisuallyHidden>
      </Button>
      <div id={id}>{all && <AllAreas matrix={matrix} shown={shown} row={row} onOpen={onOpen} />}</div>
    </div>
  );
};
