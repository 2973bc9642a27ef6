import { addDays } from '../../../shared/domain/day';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Framework } from '../../../shared/schema/framework';
import type { Person } from '../../../shared/schema/people';
import type { Review } from '../../../shared/schema/review';
import { changeSteps } from '../changeSteps';
import type { SampleYears } from '../sample';
import { daysFrom, inTurn } from '../yearly/changes';
import { people } from './people';

interface Placing {
  readonly urn: string;
  readonly head: Person;
  /** At the end of which year. */
  readonly when: 'yearBefore' | 'lastYear';
  readonly to: string;
  readonly why: string;
  readonly agrees?: boolean;
  readonly headSays: string;
  readonly boardSays: string;
  /** The category that the Board confirmed in place of the proposed one. */
  readonly boardTo?: string;
}

const placings: readonly Placing[] = [
  {
    urn: '100001',
    head: people.alderHead,
    when: 'yearBefore',
    to: 'category1',
    why: 'Good in every area this year. The inspection that asked for improvement is no longer the school.',
    headSays: 'I agree.',
    boardSays: 'Confirmed, above the last inspection, on the evidence of two visits.',
  },
  {
    urn: '100002',
    head: people.birchHead,
    when: 'yearBefore',
    to: 'category2',
    why: 'Education and leadership require improvement, though the last inspection found the school good.',
    agrees: false,
    headSays: 'The inspection said good, and nobody has inspected us since.',
    boardSays: 'Confirmed. The inspection is many years old and the results are not.',
  },
  {
    urn: '100003',
    head: people.cedarHead,
    when: 'yearBefore',
    to: 'category1',
    why: 'Outstanding in most areas. A light touch is earned.',
    headSays: 'I agree.',
    boardSays: 'Confirmed.',
  },
  {
    urn: '100004',
    head: people.elmHead,
    when: 'yearBefore',
    to: 'category1',
    why: 'Good in every area, if no longer outstanding as at its last inspection.',
    headSays: 'I agree.',
    boardSays: 'Confirmed.',
  },
  {
    urn: '100005',
    head: people.hawthornHead,
    when: 'yearBefore',
    to: 'category2',
    why: 'Education and the sixth form require improvement, as the inspection found.',
    headSays: 'I agree.',
    boardSays: 'Confirmed.',
  },
  {
    urn: '100004',
    head: people.elmHead,
    when: 'lastYear',
    to: 'category2',
    why: 'Education and behaviour require improvement now, whatever the last inspection said.',
    headSays: 'I agree. We need specialists in three departments.',
    boardSays: 'Confirmed. The Board asks for a report in December.',
  },
  {
    urn: '100005',
    head: people.hawthornHead,
    when: 'lastYear',
    to: 'category1',
    why: 'Good in every area, and the report card found strong standards.',
    headSays: 'I agree, and may still ask for visits in the sixth form.',
    boardSays: 'Confirmed with congratulations.',
  },
  {
    urn: '100006',
    head: people.rowanHead,
    when: 'lastYear',
    to: 'category2',
    why: 'Its first year with the Trust: nothing is inadequate any more, and three areas require improvement.',
    headSays: 'I agree.',
    boardSays:
      'The school joined as a sponsored academy and has not been inspected since. Its category stays that of a sponsored school for another year.',
    boardTo: 'category3',
  },
];

interface Telling {
  readonly framework: Framework;
  readonly years: SampleYears;
  readonly records: readonly Review[];
  /** The Monday on which a year's gradings open. */
  readonly opensOn: (year: SampleYears['lastYear']) => string;
}

/** Gradings at the year's end: the CEO proposes, the head is heard, the Board confirms in the middle of July. */
export const categoryChanges = ({ framework, years, records, opensOn }: Telling): CategoryChange[] =>
  inTurn(placings, (placing, n, before) => {
    const { urn, head, when, to, why, agrees = true, headSays, boardSays, boardTo } = placing;
    const { year } = years[when];
    const opened = opensOn(years[when]);
    const on = daysFrom(opened);
    const evidence = records.find((record) => record.urn === urn && record.year === year);
    const effectiveFrom = `${Number(year.slice(0, 4)) + 1}-09-01`;
    const wanted = { n, urn, to, route: 'yearEnd', why, effectiveFrom };
    const steps = changeSteps(
      { framework, years: years.all, before, evidence },
      wanted,
      on(people.ceo, 21, 540 + 8 * n),
    );
    steps.hear(on(head, 23, 600 + 8 * n), agrees, headSays);
    steps.confirm(on(people.chair, 36, 510 + 4 * n), addDays(opened, 35), boardSays, boardTo);
    return steps.now();
  });
