import { modelOf } from '../../../shared/domain/askedFramework';
import { findArea, levelOf } from '../../../shared/domain/framework';
import { agreedRoles, recordOf, settlingOf } from '../../../shared/domain/judging';
import { keyOfReview } from '../../../shared/domain/keys';
import { reviewStateWords } from '../../../shared/domain/stateWords';
import { capital, dayOf, periodLabel, periodName, roleName } from '../../../shared/domain/words';
import type { Framework } from '../../../shared/schema/framework';
import { AreaCode } from '../../../shared/schema/ids';
import type { LevelCode } from '../../../shared/schema/ids';
import type { Review } from '../../../shared/schema/review';
import { aggregates } from '../aggregates';
import { areaColumnName } from './areaColumns';
import { columnsOf, indexedLine, key, keyColumn, line, oneLine, rowColumn, titleColumn } from './columns';
import type { List } from './list';
import type { Names } from './names';

const notApplicable = 'Not applicable';

/** 'Good', as the model that the record is read by calls the level; its code where the model is gone. */
const labelOf = (model: Framework | undefined, code: AreaCode, level: LevelCode): string => {
  const area = model && findArea(model, code);
  return (model && area && levelOf(model, area, level)?.name) ?? level;
};

const areaLabels = (review: Review, model: Framework | undefined): Record<string, string> => {
  const judged = Object.entries(review.judgements).flatMap(([area, judgement]) =>
    judgement ? [[areaColumnName(area), labelOf(model, AreaCode.parse(area), judgement.level)] as const] : [],
  );
  return Object.fromEntries<string>([
    ...judged,
    ...review.notApplicable.map((area) => [areaColumnName(area), notApplicable] as const),
  ]);
};

/** The day of the record's last change, which its category is told for. */
const lastDay = (review: Review): string => dayOf(review.history[review.history.length - 1]?.at ?? '');

const modelColumns = (review: Review, model: Framework | undefined) => ({
  Record: capital(recordOf(model ?? {})),
  State: reviewStateWords(review.state, model && settlingOf(model)),
  Framework: model
    ? `${model.name}, version ${model.version}`
    : `${review.framework.code}, version ${review.framework.version}`,
});

const project = (review: Review, names: Names) => {
  const model = modelOf(review, names.framework(review.framework));
  const academy = names.academy(review.urn) ?? review.urn;
  return columnsOf({
    [titleColumn]: oneLine(`${academy} · ${periodLabel(review)}`),
    [keyColumn]: keyOfReview(review),
    [rowColumn.name]: JSON.stringify(aggregates.reviews.rowOf(review)),
    Academy: oneLine(academy),
    Urn: review.urn,
    Year: review.year,
    Period: capital(periodName(review.period)),
    ...modelColumns(review, model),
    Category: names.category(review.urn, lastDay(review)),
    Agreed: agreedRoles(review).map(roleName).join(', '),
    SignedOffAt: review.state === 'signedOff' ? review.signedOffAt : undefined,
    ...areaLabels(review, model),
  });
};

/** The matrix as people read it: one item for each academy and period, one column for each area. */
export const reviews: List<'reviews'> = {
  title: 'Reviews',
  description:
    'Reviews and risk assessments: one item for each academy and period. Kept by Assured: please change them there.',
  columns: [
    key,
    rowColumn,
    indexedLine('Academy', 'Academy'),
    line('Urn', 'URN'),
    indexedLine('Year', 'Year'),
    indexedLine('Period', 'Term or period'),
    line('Record', 'Record'),
    indexedLine('State', 'State'),
    line('Category', 'Category at that time'),
    line('Agreed', 'Agreed so far'),
    line('SignedOffAt', 'Signed off at'),
    line('Framework', 'Framework'),
  ],
  areaColumns: true,
  rowsFrom: 'row',
  mentioned: ({ urn, framework }) => ({ urn, framework }),
  project,
};
