import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { samePeriod } from '../../../shared/domain/calendar';
import { count } from '../../../shared/domain/words';
import type { AcademyColumn, AcademyTable, AcademyView } from '../../../shared/schema/academyViews';
import { matrixPath, reviewPath } from '../../app/subPage';
import { useSession } from '../../app/SessionProvider';
import { Legend } from '../../components/Legend';
import { narrow, useMediaQuery } from '../../components/mediaQuery';
import { useSurfaces } from '../../components/surfaces';
import { notSettledWords } from './yearColumns';
import { YearsList } from './YearsList';
import { YearsTable } from './YearsTable';

/** Three or four years of terms. */
const atFirst = 12;

/** Its review where this person may open that, otherwise the matrix of the period. */
const usePlaces = ({ urn, records }: AcademyView) => {
  const { may } = useSession();
  return (column: AcademyColumn): string | undefined => {
    if (records.some((record) => samePeriod(record, column))) return reviewPath(column, urn);
    return may.includes('seeMatrix') && column.review !== 'notOpened' ? matrixPath(column) : undefined;
  };
};

interface OneModelProps {
  readonly academy: AcademyView;
  readonly table: AcademyTable;
  readonly titled: boolean;
}

const OneModel = ({ academy, table, titled }: OneModelProps) => {
  const surfaces = useSurfaces();
  const isNarrow = useMediaQuery(narrow);
  const [all, setAll] = useState(false);
  const placeOf = usePlaces(academy);
  const columns = all ? table.columns : table.columns.slice(-atFirst);
  const earlier = table.columns.length - columns.length;
  const open = notSettledWords(table, columns);
  return (
    <section className={surfaces.tight}>
      {titled && <h3 className={surfaces.subtitle}>{table.frameworkName}</h3>}
      {earlier > 0 && (
        <div>
          <Button
            size="small"
            onClick={() => {
              setAll(true);
            }}
          >
            Show {count(earlier, 'earlier period')}
          </Button>
        </div>
      )}
      {isNarrow ? (
        <YearsList table={table} columns={columns} titled={titled} />
      ) : (
        <YearsTable table={table} columns={columns} placeOf={placeOf} />
      )}
      {open.length > 0 && <p className={surfaces.quiet}>{open.join('. ')}. Its levels may still change.</p>}
      <Legend scales={table.scales} since="the period before" />
    </section>
  );
};

/** The academy's row of the matrix over the years; a table for each model, because two models cannot be compared. */
export const OverTheYears = ({ academy }: { academy: AcademyView }) => {
  const surfaces = useSurfaces();
  const { tables } = academy;
  if (tables.length === 0) return null;
  return (
    <section className={mergeClasses(surfaces.card, surfaces.stack)}>
      <h2 className={surfaces.title}>Over the years</h2>
      {tables.map((table) => (
        <OneModel key={table.frameworkName} academy={academy} table={table} titled={tables.length > 1} />
      ))}
    </section>
  );
};
