import { agreedRoles } from '../../../shared/domain/judging';
import { keyOfChange, keyOfReview, openForOf } from '../../../shared/domain/keys';
import { wasSent } from '../../../shared/domain/review';
import { phaseName, periodLabel } from '../../../shared/domain/words';
import type { Aggregates, Kind } from '../../../shared/application/ports/store';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Framework } from '../../../shared/schema/framework';
import type { Academy, Person } from '../../../shared/schema/people';
import type { Review } from '../../../shared/schema/review';
import type { Setting } from '../../../shared/schema/settings';
import { areaColumnName, areaInName } from './areaColumns';
import { refIn, refText, roleText } from './columnText';
import type { Projection } from './document';

export interface Column {
  /** Internal name: never changes, letters and digits only (facts 1.3). */
  readonly name: string;
  readonly displayName: string;
  /** `line` holds at most 255 characters on one line; `text` is long and cannot be indexed. */
  readonly type: 'line' | 'text' | 'number';
  readonly indexed?: true;
  readonly unique?: true;
}

/** A list: its columns beside `Document` and `Check`, and how an aggregate becomes them and a row comes back. */
export interface List<K extends Kind> {
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
  /** True where every judged area has its own column. */
  readonly areaColumns: boolean;
  project(document: Aggregates[K]): Projection;
  /** What the columns say of a row, still to be parsed; absent where the row is the document itself. */
  readonly rowIn?: (columns: Projection) => unknown;
}

export const keyColumn = 'Key';
export const openForColumn = 'OpenFor';
/** Built into every list. */
export const titleColumn = 'Title';
export const documentColumn: Column = { name: 'Document', displayName: 'Document', type: 'text' };
export const checkColumn: Column = { name: 'Check', displayName: 'Check', type: 'line' };

const key: Column = { name: keyColumn, displayName: 'Key', type: 'line', indexed: true, unique: true };
const line = (name: string, displayName: string): Column => ({ name, displayName, type: 'line' });
const indexedLine = (name: string, displayName: string): Column => ({ ...line(name, displayName), indexed: true });

/** Stands in an area's column where the area does not apply; no level can be called so. */
const notApplicable = 'n/a';

/** One column for each area that any of the frameworks judges. */
export const areaColumnsOf = (frameworks: readonly Pick<Framework, 'areas'>[]): readonly Column[] => [
  ...new Map(
    frameworks
      .flatMap(({ areas }) => areas.map((area) => [area.code, line(areaColumnName(area.code), area.name)] as const))
      .reverse(),
  ).values(),
];

/** One line as SharePoint keeps it: nothing that it might fold or cut on its own. */
const oneLine = (text: string): string => {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length <= 255 ? folded : `${folded.slice(0, 254).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

/** Columns that are empty are no part of a row. */
const present = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

/** SharePoint drops empty values, so they are left out from the start. */
const columnsOf = (values: Readonly<Record<string, string | number | undefined>>): Projection =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );

const academies: List<'academies'> = {
  title: 'Academies',
  description: 'The academies of the trust. Kept by Assured: please change them there.',
  columns: [
    key,
    line('Phase', 'Phase'),
    { name: 'Pupils', displayName: 'Pupils', type: 'number' },
    line('JoinedOn', 'Joined on'),
    { name: 'NotApplicable', displayName: 'Areas that do not apply', type: 'text' },
  ],
  areaColumns: false,
  project: (academy: Academy) =>
    columnsOf({
      [titleColumn]: oneLine(academy.name),
      [keyColumn]: academy.urn,
      Phase: phaseName(academy.phase),
      Pupils: academy.pupils,
      JoinedOn: academy.joinedOn,
      NotApplicable: academy.notApplicable.join(', '),
    }),
};

const people: List<'people'> = {
  title: 'People',
  description: 'Who may do what in Assured. Kept by Assured: please change it there.',
  columns: [
    key,
    line('Email', 'E-mail'),
    line('JobTitle', 'Job title'),
    { name: 'Roles', displayName: 'Roles', type: 'text' },
  ],
  areaColumns: false,
  project: (person: Person) =>
    columnsOf({
      [titleColumn]: oneLine(person.name),
      [keyColumn]: person.id,
      Email: person.email,
      JobTitle: oneLine(person.jobTitle),
      Roles: person.roles.map(roleText).join('; '),
    }),
};

const reviewAreas = (review: Review): Record<string, string> =>
  Object.fromEntries<string>([
    ...Object.entries(review.judgements).flatMap(([area, judgement]) =>
      judgement ? [[areaColumnName(area), judgement.level] as const] : [],
    ),
    ...review.notApplicable.map((area) => [areaColumnName(area), notApplicable] as const),
  ]);

const reviewRowIn = (columns: Projection): unknown => {
  const levels: Record<string, unknown> = {};
  const outside: string[] = [];
  for (const [name, value] of Object.entries(columns)) {
    const area = areaInName(name);
    if (area === undefined) continue;
    if (value === notApplicable) outside.push(area);
    else levels[area] = value;
  }
  return present({
    urn: columns.Academy,
    year: columns.Year,
    period: columns.PeriodCode,
    framework: refIn(columns.Framework),
    state: columns.State,
    sent: columns.Sent === 'yes',
    signedOffAt: columns.SignedOffAt,
    agreed: String(columns.Agreed ?? '')
      .split(' ')
      .filter((role) => role !== ''),
    notApplicable: outside,
    levels,
  });
};

const reviews: List<'reviews'> = {
  title: 'Reviews',
  description:
    'Reviews and risk assessments: one item for each academy and period. Kept by Assured: please change them there.',
  columns: [
    key,
    line('Academy', 'Academy (URN)'),
    line('Year', 'Year'),
    line('PeriodCode', 'Part of the year'),
    indexedLine('Period', 'Period'),
    indexedLine('State', 'State'),
    line('Sent', 'Sent for sign-off'),
    line('Agreed', 'Agreed so far'),
    line('SignedOffAt', 'Signed off at'),
    line('Framework', 'Framework'),
  ],
  areaColumns: true,
  project: (review: Review) =>
    columnsOf({
      [titleColumn]: oneLine(`${review.urn} · ${periodLabel(review)}`),
      [keyColumn]: keyOfReview(review),
      Academy: review.urn,
      Year: review.year,
      PeriodCode: review.period,
      Period: `${review.year} ${review.period}`,
      State: review.state,
      Sent: wasSent(review) ? 'yes' : undefined,
      Agreed: agreedRoles(review).join(' '),
      SignedOffAt: review.state === 'signedOff' ? review.signedOffAt : undefined,
      Framework: refText(review.framework),
      ...reviewAreas(review),
    }),
  rowIn: reviewRowIn,
};

const categoryChanges: List<'categoryChanges'> = {
  title: 'CategoryChanges',
  description:
    'Proposals to change an academy’s category, with their route. Kept by Assured: please change them there.',
  columns: [
    key,
    { ...indexedLine(openForColumn, 'Open for'), unique: true },
    indexedLine('Academy', 'Academy (URN)'),
    indexedLine('State', 'State'),
    line('FromCategory', 'From'),
    line('ToCategory', 'To'),
    line('EffectiveFrom', 'Effective from'),
    line('ProposedAt', 'Proposed at'),
    line('DecidedAt', 'Decided at'),
    line('Framework', 'Framework'),
  ],
  areaColumns: false,
  project: (change: CategoryChange) =>
    columnsOf({
      [titleColumn]: oneLine(`${change.urn} · ${change.from ?? 'none'} → ${change.to}`),
      [keyColumn]: keyOfChange(change),
      [openForColumn]: openForOf(change),
      Academy: change.urn,
      State: change.state,
      FromCategory: change.from,
      ToCategory: change.to,
      EffectiveFrom: change.effectiveFrom,
      ProposedAt: change.proposedAt,
      DecidedAt: change.state === 'decided' ? change.decidedAt : undefined,
      Framework: refText(change.framework),
    }),
  rowIn: (columns) =>
    present({
      id: columns[keyColumn],
      urn: columns.Academy,
      state: columns.State,
      from: columns.FromCategory,
      to: columns.ToCategory,
      effectiveFrom: columns.EffectiveFrom,
      decidedAt: columns.DecidedAt,
      proposedAt: columns.ProposedAt,
      framework: refIn(columns.Framework),
    }),
};

const settings: List<'settings'> = {
  title: 'Settings',
  description: 'The trust’s settings and frameworks. Kept by Assured: please change them there.',
  columns: [key],
  areaColumns: false,
  project: (setting: Setting) =>
    columnsOf({
      [titleColumn]: oneLine(
        setting.name === 'trust' ? 'The trust' : 'framework' in setting ? setting.framework.name : setting.name,
      ),
      [keyColumn]: setting.name,
    }),
};

export const lists: { readonly [K in Kind]: List<K> } = { academies, people, reviews, categoryChanges, settings };
