import type { Category, Framework } from '../../schema/framework';
import type { CategoryCode } from '../../schema/ids';
import type { CadenceWhen, Entitlement } from '../../schema/support';
import { findArea, findCategory, findGroup } from '../framework';
import { categoryWords } from '../marks';
import { entitlementsOf } from '../support';
import { cadenceWords, minutesWords } from '../supportWords';
import { count, listWords } from '../words';
import { blocks, bullets, capital, plain, section, table } from './markdown';

const whenWords = (framework: Framework, entitlement: Entitlement, line: CadenceWhen): string => {
  const weak = [
    ...line.weakAreas.map((code) => findArea(framework, code)?.name ?? code),
    ...line.weakGroups.map((code) => `an area of ${findGroup(framework, code)?.name ?? code}`),
  ];
  const { cadence = entitlement.cadence, days = entitlement.days } = line;
  const figures = cadenceWords({
    onRequest: entitlement.onRequest,
    ...(cadence && { cadence }),
    ...(days && { days }),
  });
  return `${figures} while ${weak.join(' or ')} needs intervention`;
};

const howOften = (framework: Framework, entitlement: Entitlement): string =>
  plain(
    [cadenceWords(entitlement), ...entitlement.when.map((line) => whenWords(framework, entitlement, line))].join('; '),
  );

/** The category that an item of support comes from: the nearest one that lists it. */
const sourceOf = (framework: Framework, category: Category, item: Entitlement): string => {
  const lists = ({ support }: Category) => support.some((own) => own === item);
  if (lists(category)) return 'its own';
  return framework.categories.find(lists)?.name ?? '';
};

const supportTable = (framework: Framework, category: Category): string[] => {
  const items = entitlementsOf(framework, category.code);
  const strands = [...new Set(items.map(({ strand }) => strand))];
  const cumulative = category.includes.length > 0;
  return table(
    ['Strand', 'Support', 'Kind', 'How often', 'Led by', ...(cumulative ? ['From'] : [])],
    strands.flatMap((strand) =>
      items
        .filter((item) => item.strand === strand)
        .map((item) => [
          plain(strand),
          plain(item.text) + (item.minutes === undefined ? '' : ` (${minutesWords(item.minutes)})`),
          item.kind,
          howOften(framework, item),
          plain(item.ledBy ?? ''),
          ...(cumulative ? [plain(sourceOf(framework, category, item))] : []),
        ]),
    ),
  );
};

const nameOf = (framework: Framework, code: CategoryCode): string => plain(findCategory(framework, code)?.name ?? code);

const supportLines = (framework: Framework, category: Category): string[] => {
  const items = entitlementsOf(framework, category.code).length;
  const included = category.includes.map((code) => nameOf(framework, code));
  const all = included.length > 0 ? `: all of ${listWords(included)}, and more` : '';
  return blocks([`Support, ${count(items, 'item')}${all}.`], supportTable(framework, category));
};

const categoryLines = (framework: Framework, category: Category): string[] =>
  section(
    `### ${categoryWords({ symbol: category.symbol, name: plain(category.name) })}${category.ledBy ? ` (${plain(category.ledBy)})` : ''}`,
    category.summary.map((line) => capital(plain(line))),
    category.features.length > 0 ? ['How such an academy looks:'] : [],
    bullets(category.features.map(plain)),
    supportLines(framework, category),
  );

/** The categories, from most support to least, each with all of its support. */
export const describeCategories = (framework: Framework): string[] => {
  const { categories, categoryWord } = framework;
  const heading = categoryWord === 'tier' ? '## The tiers' : '## The categories';
  const sorted = [...categories].sort((a, b) => a.order - b.order);
  if (sorted.length === 0) return section(heading, ['This framework has none.']);
  return section(
    heading,
    [`From most support to least: ${listWords(sorted.map(({ name }) => plain(name)))}.`],
    ...sorted.map((category) => categoryLines(framework, category)),
  );
};
