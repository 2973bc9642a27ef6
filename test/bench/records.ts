import { aggregates } from '../../functions/adapters/aggregates';
import { checkOf } from '../../functions/adapters/graph/document';
import { checkColumn, documentColumn } from '../../functions/adapters/graph/columns';
import { lists } from '../../functions/adapters/graph/lists';
import { codesOnly } from '../../functions/adapters/graph/names';
import type { Aggregates, Kind } from '../../shared/application/ports/store';
import { Framework } from '../../shared/schema/framework';
import { AreaCode, Urn, Year } from '../../shared/schema/ids';
import { Academy, Person } from '../../shared/schema/people';
import { Review } from '../../shared/schema/review';
import { TrustSettings } from '../../shared/schema/settings';
import { smallFramework } from '../support/builders/framework';
import { personId } from '../support/builders/people';
import type { Fields } from './orders';

export const checkKey = 'check-key-of-the-bench-0123456789abcdef';

const areas = Array.from({ length: 28 }, (_, i) => ({
  code: AreaCode.parse(`area${String(i + 1).padStart(2, '0')}`),
  name: `Area ${i + 1}`,
  group: 'school',
  scale: 'rag',
}));

/** As many areas as the largest model that trusts publish. */
export const benchFramework: Framework = Framework.parse({ ...smallFramework, code: 'bench', areas });

const at = '2026-11-22T09:40:12.345Z';
const by = personId(1);
const words = 'Seen in lessons, in books and in the figures of the half term; discussed with the head teacher. ';

const judgement = (i: number) => ({
  id: 'command-judged',
  level: ['intervention', 'actions', 'assured'][i % 3] ?? 'assured',
  rationale: words,
  evidence: [],
  by,
  at,
});

const judgements = Object.fromEntries(areas.map(({ code }, i) => [code, judgement(i)]));
const base = Review.parse({
  ...{ urn: '100000', year: '2026/27', period: 'autumn', framework: { code: 'bench', version: 1 } },
  ...{ notApplicable: [], judgements, kpis: {}, state: 'open' },
  history: [{ type: 'opened', commandId: 'command-opened', at, by }],
});

const periods = ['autumn', 'spring', 'summer'] as const;
export const urnOf = (n: number): Urn => Urn.parse(String(100_000 + n));
const yearOf = (n: number): Year =>
  Year.parse(`20${String(n).padStart(2, '0')}/${String((n + 1) % 100).padStart(2, '0')}`);

/** So many reviews, fully judged: for each academy, its last years and their terms. */
export const reviewsOf = (academies: number, years: number): readonly Review[] =>
  Array.from({ length: academies }, (_, a) =>
    Array.from({ length: years }, (_year, y) =>
      periods.map((period): Review => ({ ...base, urn: urnOf(a), year: yearOf(26 - y), period })),
    ),
  ).flat(2);

export const someReviews = (count: number): readonly Review[] => reviewsOf(Math.ceil(count / 60), 20).slice(0, count);

/** The columns of an item as the product writes them; the records above are known to fit their schemas. */
export const fieldsOf = <K extends Kind>(kind: K, document: Aggregates[K]): Fields => {
  const text = JSON.stringify(document);
  const projection = lists[kind].project(document, codesOnly);
  const check = checkOf(checkKey, kind, projection, text);
  return { ...projection, [documentColumn.name]: text, [checkColumn.name]: check };
};

export const keyOf = (review: Review): string => aggregates.reviews.keyOf(review);

/** A trust of so many academies, each with a head teacher, and five academic years. */
export const trustOf = (count: number) => {
  const director = Person.parse({
    ...{ id: by, name: 'Dana Director', email: 'dana@trust.example', jobTitle: 'Director of education' },
    roles: [{ role: 'directorOfEducation' }],
  });
  const heads = Array.from({ length: count }, (_, n) =>
    Person.parse({
      ...{ id: personId(100 + n), name: `Head ${n}`, email: `head${n}@trust.example`, jobTitle: 'Head teacher' },
      roles: [{ role: 'headTeacher', academy: urnOf(n) }],
    }),
  );
  const years = Array.from({ length: 5 }, (_, y) => ({
    year: yearOf(26 - y),
    framework: { code: 'bench', version: 1 },
    terms: [
      { term: 'autumn', startsOn: `20${26 - y}-09-02`, endsOn: `20${26 - y}-12-18` },
      { term: 'spring', startsOn: `20${27 - y}-01-04`, endsOn: `20${27 - y}-03-25` },
      { term: 'summer', startsOn: `20${27 - y}-04-12`, endsOn: `20${27 - y}-07-21` },
    ],
  }));
  return {
    director,
    people: [director, ...heads],
    academies: Array.from({ length: count }, (_, n) =>
      Academy.parse({ urn: urnOf(n), name: `Academy ${n}`, phase: 'primary' }),
    ),
    settings: TrustSettings.parse({
      ...{ name: 'trust', trustName: 'Bench Trust', years, policies: { peersSeeLevels: false } },
    }),
    framework: { name: 'framework:bench@1' as const, framework: benchFramework },
    reviews: reviewsOf(count, 5),
  };
};
