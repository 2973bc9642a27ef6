import { Link } from '@fluentui/react-components';
import type { MatrixRow } from '../../../shared/schema/matrixViews';
import { linkTo } from '../../app/routing';
import { academyPath } from '../../app/subPage';

interface AcademyNameProps {
  readonly row: MatrixRow;
  readonly onStage: boolean;
  readonly place: string;
  readonly inTabOrder: boolean;
}

/** A name as the first cell of its row: a link to the academy's page for whoever may read it; one stop for Tab in all. */
export const AcademyName = ({ row, onStage, place, inTabOrder }: AcademyNameProps) => {
  const to = academyPath(row.urn);
  const shared = { 'data-place': place, tabIndex: inTabOrder ? 0 : -1 };
  if (onStage || !row.mayOpenDetail) return <span {...shared}>{row.name}</span>;
  return (
    <Link {...shared} inline {...linkTo(to)}>
      {row.name}
    </Link>
  );
};
