import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { formatInstant, termLabel } from '../../../shared/domain/words';
import type { AreaCode, Urn } from '../../../shared/schema/ids';
import type { Matrix } from '../../../shared/schema/views';
import { cellPath, matrixPath } from '../../app/subPage';
import { useSession } from '../../app/SessionProvider';
import { useTeams } from '../../app/TeamsProvider';
import { Legend } from '../../components/Legend';
import { narrow, useMediaQuery } from '../../components/mediaQuery';
import { PageHeading } from '../../components/PageHeading';
import { useSurfaces } from '../../components/surfaces';
import { TermPicker } from '../../components/TermPicker';
import { CellPlace } from './CellPlace';
import { filterMatrix, noFilters, type ShownMatrix } from './filterMatrix';
import { MatrixCounts } from './MatrixCounts';
import { MatrixFilters } from './MatrixFilters';
import { MatrixGrid } from './MatrixGrid';
import { MatrixList } from './MatrixList';
import { ShareToStage } from './ShareToStage';

interface MatrixViewProps {
  readonly matrix: Matrix;
  readonly open: { readonly urn: Urn; readonly area: AreaCode } | undefined;
}

const useStyles = makeStyles({
  beside: { display: 'flex', alignItems: 'flex-start', columnGap: '16px' },
  main: { flex: '1 1 0', minWidth: 0 },
});

const aboutMatrix = (matrix: Matrix): string =>
  [
    termLabel(matrix),
    matrix.frameworkName,
    `signed off by ${matrix.counts.signedOff} of ${matrix.counts.academies}`,
    `as at ${formatInstant(matrix.asAt)}`,
  ].join(' · ');

const Nothing = ({ shown, onClear }: { shown: ShownMatrix; onClear: () => void }) => {
  const surfaces = useSurfaces();
  if (!shown.looking) return <p className={surfaces.card}>There is no academy to show for this term.</p>;
  return (
    <div className={`${surfaces.card} ${surfaces.row}`} role="status">
      No judgement of this term fits these filters.
      <Button onClick={onClear}>Show everything</Button>
    </div>
  );
};

/** Puts the focus back on the cell that was read when its detail is closed. */
const useReturnToCell = (open: MatrixViewProps['open']) => {
  const last = useRef<Element | null>(null);
  const isOpen = open !== undefined;
  useEffect(() => {
    if (!isOpen && last.current instanceof HTMLElement) last.current.focus();
  }, [isOpen]);
  return () => {
    last.current = document.activeElement;
  };
};

/** The Academy Risk Assessment Matrix of a term. */
export const MatrixView = ({ matrix, open }: MatrixViewProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const navigate = useNavigate();
  const { years, today } = useSession();
  const { place } = useTeams().context;
  const onStage = place === 'meetingStage';
  const isNarrow = useMediaQuery(narrow) && !onStage;
  const [filters, setFilters] = useState(noFilters);
  const rememberCell = useReturnToCell(open);
  const shown = filterMatrix(matrix, filters);
  const openCell = (urn: string, area: string): void => {
    rememberCell();
    void navigate(cellPath(matrix, urn, area), { replace: open !== undefined });
  };
  return (
    <>
      <PageHeading
        title="Academy Risk Assessment Matrix"
        about={aboutMatrix(matrix)}
        actions={
          !onStage && (
            <>
              <TermPicker years={years} today={today} shown={matrix} onPick={(term) => void navigate(matrixPath(term))} />
              <MatrixFilters matrix={matrix} filters={filters} onChange={setFilters} />
              <ShareToStage term={matrix} />
            </>
          )
        }
      />
      <MatrixCounts matrix={matrix} />
      <div className={styles.beside}>
        <div className={`${styles.main} ${surfaces.stack}`}>
          {shown.rows.length === 0 && (
            <Nothing
              shown={shown}
              onClear={() => {
                setFilters(noFilters);
              }}
            />
          )}
          {shown.rows.length > 0 && isNarrow && <MatrixList matrix={matrix} shown={shown} onOpen={openCell} />}
          {shown.rows.length > 0 && !isNarrow && (
            <MatrixGrid
              matrix={matrix}
              shown={shown}
              open={open}
              onOpen={onStage ? undefined : openCell}
              onStage={onStage}
            />
          )}
          <Legend scales={matrix.scales} since={matrix.previous?.term} />
          {matrix.signedOffOnly && <p className={surfaces.quiet}>Judgements that are not signed off yet are not shown.</p>}
        </div>
        {open && !onStage && (
          <CellPlace matrix={matrix} open={open} onClose={() => void navigate(matrixPath(matrix), { replace: true })} />
        )}
      </div>
    </>
  );
};
