import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { formatInstant, periodLabel, periodShort } from '../../../shared/domain/words';
import type { AreaCode, Urn } from '../../../shared/schema/ids';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { goTo } from '../../app/routing';
import { cellPath, matrixPath } from '../../app/subPage';
import { useSession } from '../../app/SessionProvider';
import { useTeams } from '../../app/TeamsProvider';
import { Legend } from '../../components/Legend';
import { PageHeading } from '../../components/PageHeading';
import { useSurfaces } from '../../components/surfaces';
import { PeriodPicker } from '../../components/PeriodPicker';
import { CellPlace } from './CellPlace';
import { filterMatrix, noFilters, type Filters } from './filterMatrix';
import { MatrixBody } from './MatrixBody';
import { MatrixCounts } from './MatrixCounts';
import { MatrixFilters } from './MatrixFilters';
import { ShareToStage } from './ShareToStage';

interface MatrixViewProps {
  readonly matrix: Matrix;
  readonly open: { readonly urn: Urn; readonly area: AreaCode } | undefined;
}

const useStyles = makeStyles({
  beside: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalL },
  main: { flex: '1 1 0' },
});

/** What has become of a judgement that counts. */
const settledWord = ({ settling }: Matrix): string => (settling?.word === 'agreement' ? 'agreed' : 'signed off');

const aboutMatrix = (matrix: Matrix): string =>
  [
    periodLabel(matrix),
    matrix.frameworkName,
    `${settledWord(matrix)} by ${matrix.counts.signedOff} of ${matrix.counts.academies}`,
    `as at ${formatInstant(matrix.asAt)}`,
  ].join(' · ');

/** Puts the focus back on the cell that was read when its detail is closed. */
const useReturnToCell = (isOpen: boolean) => {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    if (!isOpen && last.current instanceof HTMLElement) last.current.focus();
  }, [isOpen]);
  return () => {
    last.current = document.activeElement;
  };
};

interface ActionsProps {
  readonly matrix: Matrix;
  readonly filters: Filters;
  readonly onFilter: (filters: Filters) => void;
}

const Actions = ({ matrix, filters, onFilter }: ActionsProps) => {
  const { periods, today } = useSession();
  return (
    <>
      <PeriodPicker
        periods={periods}
        today={today}
        shown={matrix}
        onPick={(period) => {
          goTo(matrixPath(period));
        }}
      />
      <MatrixFilters matrix={matrix} filters={filters} onChange={onFilter} />
      <ShareToStage period={matrix} />
    </>
  );
};

/** The Academy Risk Assessment Matrix of a term; on a meeting's stage its levels only. */
export const MatrixView = ({ matrix, open }: MatrixViewProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const onStage = useTeams().context.place === 'meetingStage';
  const [filters, setFilters] = useState(noFilters);
  const rememberCell = useReturnToCell(open !== undefined);
  const openCell = (urn: string, area: string): void => {
    rememberCell();
    goTo(cellPath(matrix, urn, area), { replace: open !== undefined });
  };
  return (
    <>
      <PageHeading
        title="Academy Risk Assessment Matrix"
        about={aboutMatrix(matrix)}
        actions={onStage ? null : <Actions matrix={matrix} filters={filters} onFilter={setFilters} />}
      />
      <MatrixCounts matrix={matrix} />
      <div className={styles.beside}>
        <div className={mergeClasses(surfaces.stack, styles.main)}>
          <MatrixBody
            matrix={matrix}
            shown={filterMatrix(matrix, filters)}
            open={open}
            onStage={onStage}
            onOpen={openCell}
            onClearFilters={() => {
              setFilters(noFilters);
            }}
          />
          <Legend scales={matrix.scales} since={matrix.previous && periodShort(matrix.previous)} />
          {matrix.signedOffOnly && (
            <p className={surfaces.quiet}>Judgements that are not {settledWord(matrix)} yet are not shown.</p>
          )}
        </div>
        {open && !onStage && (
          <CellPlace
            matrix={matrix}
            open={open}
            onClose={() => {
              goTo(matrixPath(matrix), { replace: true });
            }}
          />
        )}
      </div>
    </>
  );
};
