import type { MatrixRow } from '../../../shared/schema/matrixViews';
import { academyPath } from '../../app/subPage';
import { PlaceLink } from '../../components/PlaceLink';

interface AcademyNameProps {
  readonly row: MatrixRow;
  readonly onStage: boolean;
  readonly place: string;
  readonly inTabOrder: boolean;
}

/** A name as the first cell of its row: a link to the academy's page for whoever may read it; one stop for Tab in all. */
export const AcademyName = ({ row, onStage, place, inTabOrder }: AcademyNameProps) => {
  const shared = { 'data-place': place, tabIndex: inTabOrder ? 0 : -1 };
  if (onStage || !row.mayOpenDetail) return <span {...shared}>{row.name}</span>;
  return (
    <PlaceLink {...shared} to={academyPath(row.urn)}>
      {row.name}
    </PlaceLink>
  );
};
