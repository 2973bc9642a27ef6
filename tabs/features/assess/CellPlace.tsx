import { DrawerBody, makeStyles, OverlayDrawer, tokens } from '@fluentui/react-components';
import type { AreaCode, Urn } from '../../../shared/schema/ids';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { besideMatrix, narrow, useMediaQuery } from '../../components/mediaQuery';
import { useSurfaces } from '../../components/surfaces';
import { CellPanel } from './CellPanel';
import { HistoricFacts } from './HistoricFacts';

interface CellPlaceProps {
  readonly matrix: Matrix;
  readonly open: { readonly urn: Urn; readonly area: AreaCode };
  readonly onClose: () => void;
}

const useStyles = makeStyles({
  aside: {
    flex: '0 0 clamp(280px, 30%, 360px)',
    position: 'sticky',
    top: tokens.spacingVerticalM,
    maxHeight: 'calc(100vh - 24px)',
    overflowY: 'auto',
  },
  drawer: { paddingBlock: tokens.spacingVerticalM },
});

const titleOf = (matrix: Matrix, { urn, area }: CellPlaceProps['open']): string => {
  const row = matrix.rows.find((r) => r.urn === urn);
  const column = matrix.areas.find((a) => a.code === area);
  return row && column ? `${row.name} · ${column.name}` : 'One judgement';
};

/** The detail's place: beside the matrix where there is room, over it where there is not. */
export const CellPlace = ({ matrix, open, onClose }: CellPlaceProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const fits = useMediaQuery(besideMatrix);
  const isNarrow = useMediaQuery(narrow);
  const row = matrix.rows.find(({ urn }) => urn === open.urn);
  const panel = (
    <CellPanel period={matrix} {...open} title={titleOf(matrix, open)} onClose={onClose}>
      {row && <HistoricFacts historic={matrix.historic} row={row} />}
    </CellPanel>
  );
  if (fits)
    return (
      <aside aria-label="Judgement in detail" className={`${surfaces.card} ${styles.aside}`}>
        {panel}
      </aside>
    );
  return (
    <OverlayDrawer
      open
      position="end"
      size={isNarrow ? 'full' : 'small'}
      aria-label="Judgement in detail"
      onOpenChange={(_event, { open: stays }) => {
        if (!stays) onClose();
      }}
    >
      <DrawerBody className={styles.drawer}>{panel}</DrawerBody>
    </OverlayDrawer>
  );
};
