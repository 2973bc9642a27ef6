import { phaseName } from '../../../shared/domain/words';
import type { Kind } from '../../../shared/application/ports/store';
import type { Academy } from '../../../shared/schema/people';
import type { Setting } from '../../../shared/schema/settings';
import { categoryChanges } from './categoryChangeList';
import { checkColumn, columnsOf, documentColumn, key, keyColumn, line, oneLine, text, titleColumn } from './columns';
import type { Column } from './columns';
import type { List } from './list';
import type { Names } from './names';
import { people } from './peopleList';
import { reviews } from './reviewList';

const areaName = (names: Names, code: string): string =>
  names.frameworks.flatMap(({ areas }) => areas).find((area) => area.code === code)?.name ?? code;

const academies: List<'academies'> = {
  title: 'Academies',
  description: 'The academies of the trust. Kept by Assured: please change them there.',
  columns: [
    key,
    line('Phase', 'Phase'),
    { name: 'Pupils', displayName: 'Pupils', type: 'number' },
    line('JoinedOn', 'Joined on'),
    text('NotApplicable', 'Areas that do not apply'),
  ],
  areaColumns: false,
  rowsFrom: 'document',
  mentioned: () => ({}),
  project: (academy: Academy, names) =>
    columnsOf({
      [titleColumn]: oneLine(academy.name),
      [keyColumn]: academy.urn,
      Phase: phaseName(academy.phase),
      Pupils: academy.pupils,
      JoinedOn: academy.joinedOn,
      NotApplicable: academy.notApplicable.map((code) => areaName(names, code)).join(', '),
    }),
};

const titleOf = (setting: Setting): string =>
  'framework' in setting ? `${setting.framework.name}, version ${setting.framework.version}` : setting.trustName;

const settings: List<'settings'> = {
  title: 'Settings',
  description: 'The trust’s settings and frameworks. Kept by Assured: please change them there.',
  columns: [key],
  areaColumns: false,
  rowsFrom: 'document',
  mentioned: () => ({}),
  project: (setting: Setting) => columnsOf({ [titleColumn]: oneLine(titleOf(setting)), [keyColumn]: setting.name }),
};

export const lists: { readonly [K in Kind]: List<K> } = { academies, people, reviews, categoryChanges, settings };

/** Every column that a list has whatever the trust judges. */
export const fixedColumns = (kind: Kind): readonly Column[] => [...lists[kind].columns, documentColumn, checkColumn];
