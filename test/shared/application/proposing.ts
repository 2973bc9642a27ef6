import { proposeCategoryChange } from '../../../shared/application/proposeCategoryChange';
import { readCategorySuggestion } from '../../../shared/application/readCategorySuggestion';
import type { ProposeCategoryChange } from '../../../shared/schema/commands';
import { Framework } from '../../../shared/schema/framework';
import { TrustSettings } from '../../../shared/schema/settings';
import { autumn, settings } from '../../support/builders/calendar';
import { decidedChange } from '../../support/builders/changes';
import * as command from '../../support/builders/commands';
import { discussApproveConfirm, smallFramework } from '../../support/builders/framework';
import { category, changeId, committee, urn } from '../../support/builders/ids';
import { dana } from '../../support/builders/people';
import { signedOffReview } from '../../support/builders/reviews';
import { worstOfSmall } from '../../support/builders/suggestions';
import { createTrust, type TestTrust } from '../../support/builders/trust';

export const day = '2026-12-01';

export const suggestion = async (trust: TestTrust, by = dana, other: object = {}) =>
  readCategorySuggestion(trust)(by.id, { urn: urn.alder, effectiveFrom: day, ...autumn, ...other });
export const propose = (trust: TestTrust, other: Partial<ProposeCategoryChange> = {}, by = dana) =>
  proposeCategoryChange(trust)(by.id, command.toPropose(other));

export const worst = Framework.parse({
  ...smallFramework,
  categorySuggestion: worstOfSmall,
});

/** The trust goes over to another model, without a matrix and with tiers, on 1 September 2027. */
export const tiers = Framework.parse({
  code: 'tiers',
  version: 3,
  name: 'Tiers',
  categoryWord: 'tier',
  committees: [{ code: committee.learning, name: 'Learning Committee' }],
  categories: [
    { code: 'first', name: 'First tier', order: 1, tone: 'critical', symbol: 'I' },
    { code: 'second', name: 'Second tier', order: 2, tone: 'good', symbol: 'II', includes: ['first'] },
  ],
  routes: [
    {
      ...discussApproveConfirm,
      code: 'yearEnd',
      name: 'At the end of the year',
      occasion: 'yearEnd',
      steps: [
        { kind: 'represent', by: 'headTeacher' },
        { kind: 'confirm', by: 'committeeMember', committee: committee.learning },
      ],
    },
  ],
});
const nextYear = TrustSettings.parse({
  ...settings,
  years: [
    ...settings.years,
    {
      year: '2027/28',
      framework: { code: 'tiers', version: 3 },
      terms: [
        { term: 'autumn', startsOn: '2027-09-01', endsOn: '2027-12-17' },
        { term: 'spring', startsOn: '2028-01-04', endsOn: '2028-03-31' },
        { term: 'summer', startsOn: '2028-04-17', endsOn: '2028-07-21' },
      ],
    },
  ],
});
export const goingOver = async (): Promise<TestTrust> => {
  const trust = await createTrust({
    settings: nextYear,
    reviews: [signedOffReview()],
    changes: [decidedChange({ id: changeId(9), to: category.improve, effectiveFrom: '2026-09-01' })],
  });
  await trust.store.create('settings', { name: 'framework:tiers@3', framework: tiers });
  return trust;
};
