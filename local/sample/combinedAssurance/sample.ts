import pack from '../../../shared/frameworks/combinedAssurance.json';
import { inPlay } from '../../../shared/domain/inPlay';
import { Framework } from '../../../shared/schema/framework';
import { usersOf } from '../cast';
import type { Sample, SampleHistory, SampleYears } from '../sample';
import { academies } from './academies';
import { moveToRepair, recordedCategories } from './categories';
import { people } from './people';
import { signedOffReview } from './reviews';
import { alder } from './story/alder';
import { birch } from './story/birch';
import { cedar } from './story/cedar';
import { elm } from './story/elm';
import { hawthorn } from './story/hawthorn';
import { rowan } from './story/rowan';

const stories = [alder, birch, cedar, elm, hawthorn, rowan];
const stored = Framework.parse(pack);
const framework = inPlay(stored);

/** Last year is reviewed and signed off; this year has not been opened. */
const history = ({ start, lastYear: year, all: years }: SampleYears): SampleHistory => {
  const trusts = academies.map((academy) =>
    academy.urn === rowan.urn ? { ...academy, joinedOn: `${start - 1}-09-01` } : academy,
  );
  const reviews = ([0, 1, 2] as const).flatMap((period) =>
    stories.flatMap((story, index) => {
      const academy = trusts.find(({ urn }) => urn === story.urn);
      return academy ? [signedOffReview({ framework, year, period, academy, index, story })] : [];
    }),
  );
  const before = recordedCategories(framework, year);
  const evidence = reviews.find(({ urn, period }) => urn === birch.urn && period === 'autumn');
  const moved = evidence ? [moveToRepair({ framework, years, year, before, evidence, head: birch.head })] : [];
  return { academies: trusts, reviews, categoryChanges: [...before, ...moved] };
};

const everybody = Object.values(people);

export const combinedAssurance: Sample = {
  name: framework.name,
  framework: stored,
  people: everybody,
  users: usersOf(everybody),
  academies,
  history,
};
