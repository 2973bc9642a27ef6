import type { Aggregates, Kind } from '../../../shared/application/ports/store';
import type { Column } from './columns';
import type { Projection } from './document';
import type { Mentioned, Names } from './names';

/** A list: its columns beside `Document` and `Check`, and how an aggregate becomes them. */
export interface List<K extends Kind> {
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
  /** True where every judged area has its own column. */
  readonly areaColumns: boolean;
  /** Where rows are read from: the narrow `Row` column, or the document of an aggregate that is its own row. */
  readonly rowsFrom: 'row' | 'document';
  /** Whose names the columns carry. */
  mentioned(document: Aggregates[K]): Mentioned;
  project(document: Aggregates[K], names: Names): Projection;
}
