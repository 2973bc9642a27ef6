import { matrixCategory } from '../../../shared/domain/matrixCategory';
import { atApprove, decidedChange } from '../../support/builders/changes';
import { smallFramework } from '../../support/builders/framework';
import { category, changeId, urn } from '../../support/builders/ids';
import { secondVersion, today } from '../../support/builders/models';
import { rowOfChange } from '../../support/builders/rows';

const changes = [
  decidedChange({ id: changeId(1), to: category.repair, effectiveFrom: '2026-09-01' }),
  decidedChange({ id: changeId(2), to: category.sustain, effectiveFrom: '2027-01-04' }),
  atApprove({ id: changeId(3), to: category.repair }),
].map(rowOfChange);
const on = (framework = smallFramework, seesChange = true, frameworks = [smallFramework, secondVersion]) =>
  matrixCategory({ framework, frameworks, changes, today }, urn.alder, seesChange);

const repair = smallFramework.categories.find(({ code }) => code === category.repair);
const asDecided = { code: category.repair, name: repair?.name, symbol: repair?.symbol };

it('tells by the year’s model where an academy stands, what is decided and what is under way', () =>
  expect(on()).toEqual({
    category: { code: category.repair, since: '2026-09-01' },
    nextCategory: { code: category.sustain, from: '2027-01-04' },
    openChange: { id: changeId(3), to: category.repair },
  }));

it('still names a category that the model no longer has, as it was decided', () => {
  const { category: now, nextCategory, openChange } = on(secondVersion);
  expect(now).toEqual({ code: category.repair, since: '2026-09-01', as: asDecided });
  expect(openChange).toEqual({ id: changeId(3), to: category.repair, as: asDecided });
  expect(nextCategory).not.toHaveProperty('as');
});

it('names it by its code where the version itself is gone', () =>
  expect(on(secondVersion, true, [secondVersion]).category).toMatchObject({ as: { name: category.repair } }));

it('keeps what is still to come from whoever may not see changes', () =>
  expect(Object.keys(on(smallFramework, false))).toEqual(['category']));
