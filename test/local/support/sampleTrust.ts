import { alder } from '../../../local/sample/combinedAssurance/story/alder';
import { birch } from '../../../local/sample/combinedAssurance/story/birch';
import { cedar } from '../../../local/sample/combinedAssurance/story/cedar';
import { elm } from '../../../local/sample/combinedAssurance/story/elm';
import { hawthorn } from '../../../local/sample/combinedAssurance/story/hawthorn';
import { rowan } from '../../../local/sample/combinedAssurance/story/rowan';
import { sampleOf, sampleTrust as trustOf } from '../../../local/sample/samples';
import type { Academy, Person } from '../../../shared/schema/people';
import type { Review } from '../../../shared/schema/review';
import { type Judgement } from '../../../shared/schema/review';
import type { Framework } from '../../../shared/schema/framework';

export const today = '2026-11-22';
export const sampleTrust = (day: string) => trustOf('combinedAssurance', day);
export const { people: samplePeople, users: sampleUsers, academies: sampleAcademies } = sampleOf('combinedAssurance');
export const trust = sampleTrust(today);
const [first] = trust.frameworks;
if (!first) throw new Error('no framework');
export const framework: Framework = first;
export const stories = [alder, birch, cedar, elm, hawthorn, rowan];
export const terms = ['autumn', 'spring', 'summer'] as const;

export const reviewOf = (urn: string, period: string): Review => {
  const review = trust.reviews.find((r) => r.urn === urn && r.period === period);
  if (!review) throw new Error(`no review of ${urn}, ${period}`);
  return review;
};
export const judgementsOf = (review: Review): [string, Judgement][] =>
  Object.entries(review.judgements).flatMap(([area, judgement]) => (judgement ? [[area, judgement]] : []));
export const personOf = (id: string): Person => {
  const person = samplePeople.find((p) => p.id === id);
  if (!person) throw new Error(`nobody is ${id}`);
  return person;
};
export const academyOf = (urn: string): Academy => {
  const academy = trust.academies.find((a) => a.urn === urn);
  if (!academy) throw new Error(`no academy ${urn}`);
  return academy;
};
/** How many areas of a review have this level. */
export const countOf = (urn: string, period: string, level: string): number =>
  judgementsOf(reviewOf(urn, period)).filter(([, judgement]) => judgement.level === level).length;
