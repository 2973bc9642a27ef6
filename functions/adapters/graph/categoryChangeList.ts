import { describedIn } from '../../../shared/domain/describedChange';
import { keyOfChange, openForOf } from '../../../shared/domain/keys';
import { changeStateWords } from '../../../shared/domain/stateWords';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import { aggregates } from '../aggregates';
import {
  columnsOf,
  indexedLine,
  key,
  keyColumn,
  line,
  oneLine,
  openFor,
  openForColumn,
  rowColumn,
  titleColumn,
} from './columns';
import type { List } from './list';
import type { Names } from './names';

const project = (change: CategoryChange, names: Names) => {
  const model = names.framework(change.framework);
  const { from, to } = describedIn(change, model);
  const academy = names.academy(change.urn) ?? change.urn;
  return columnsOf({
    [titleColumn]: oneLine(`${academy} · ${from?.name ?? 'none'} → ${to.name}`),
    [keyColumn]: keyOfChange(change),
    [openForColumn]: openForOf(change),
    [rowColumn.name]: JSON.stringify(aggregates.categoryChanges.rowOf(change)),
    Academy: oneLine(academy),
    Urn: change.urn,
    State: changeStateWords(change.state),
    FromCategory: from?.name,
    ToCategory: to.name,
    EffectiveFrom: change.effectiveFrom,
    ProposedAt: change.proposedAt,
    DecidedAt: change.state === 'decided' ? change.decidedAt : undefined,
    Framework: model
      ? `${model.name}, version ${model.version}`
      : `${change.framework.code}, version ${change.framework.version}`,
  });
};

export const categoryChanges: List<'categoryChanges'> = {
  title: 'CategoryChanges',
  description:
    'Proposals to change an academy’s category, with their route. Kept by Assured: please change them there.',
  columns: [
    key,
    openFor,
    rowColumn,
    indexedLine('Academy', 'Academy'),
    line('Urn', 'URN'),
    indexedLine('State', 'State'),
    line('FromCategory', 'From'),
    line('ToCategory', 'To'),
    line('EffectiveFrom', 'Effective from'),
    line('ProposedAt', 'Proposed at'),
    line('DecidedAt', 'Decided at'),
    line('Framework', 'Framework'),
  ],
  areaColumns: false,
  rowsFrom: 'row',
  mentioned: ({ urn, framework }) => ({ urn, framework }),
  project,
};
