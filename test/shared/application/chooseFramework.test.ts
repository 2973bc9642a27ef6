import { rateArea } from '../../../shared/application/rateArea';
import { readAdministration } from '../../../shared/application/readAdministration';
import { readModelChange } from '../../../shared/application/readModelChange';
import { keyOfReview } from '../../../shared/domain/keys';
import { autumn } from '../../support/builders/calendar';
import * as command from '../../support/builders/commands';
import { smallFramework } from '../../support/builders/framework';
import { area, commandId, lastYear, level, thisYear, unknownYear } from '../../support/builders/ids';
import { halfTermly, mistaken, refOf, sameAgain, secondVersion, toSecond } from '../../support/builders/models';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { ada, alder, birch, callerNames, callers, cedar, dana } from '../../support/builders/people';
import { awaitingReview, judgedReview, openReview } from '../../support/builders/reviews';
import { holding, told, choose, settingsIn, modelIn, reviewIn, moves } from './choosing';

describe('choosing a version', () => {
  const reviews = [judgedReview(), awaitingReview({ academy: birch }), openReview({ academy: cedar })];

  it('makes it the year’s, keeps who chose it, and moves the open records', async () => {
    const trust = await holding({ reviews });
    const outcome = valueOf(await choose(trust, told({ reviews })));
    expect(outcome).toEqual({
      year: thisYear,
      model: { ...refOf(secondVersion), name: secondVersion.name },
      moved: 2,
      left: 0,
    });
    const { years, history } = await settingsIn(trust);
    expect(years.map(({ framework }) => framework)).toEqual([refOf(smallFramework), refOf(secondVersion)]);
    expect(history).toEqual([
      {
        commandId: commandId('chosen'),
        at: trust.clock.now(),
        by: ada.id,
        year: thisYear,
        from: refOf(smallFramework),
        to: refOf(secondVersion),
      },
    ]);
    expect((await reviewIn(trust)).history.at(-1)).toMatchObject({ type: 'movedToModel', by: ada.id });
    expect((await reviewIn(trust, birch)).framework).toEqual(refOf(smallFramework));
    expect((await reviewIn(trust, cedar)).framework).toEqual(refOf(secondVersion));
  });

  it('tells whoever shows the moved records', async () => {
    const trust = await holding({ reviews });
    valueOf(await choose(trust, told({ reviews })));
    expect(trust.notifier.announced.map(({ key }) => key).sort()).toEqual(
      [alder, cedar].map(({ urn: id }) => keyOfReview({ urn: id, ...autumn })),
    );
  });

  it('lets the moved records be judged on the new version from then on', async () => {
    const trust = await holding({ reviews });
    valueOf(await choose(trust, told({ reviews })));
    const rating = { area: secondVersion.areas.at(-1)?.code ?? area.attendance, level: level.assured };
    const view = valueOf(await rateArea(trust)(dana.id, command.toRate(rating)));
    expect(view.areas.find((each) => each.area === rating.area)?.judgement?.level).toBe(level.assured);
    expect(view.areas.map((each) => each.area)).not.toContain(area.vacancies);
  });

  it('sent twice is one choice, and one move of each record', async () => {
    const trust = await holding({ reviews });
    const seen = told({ reviews });
    valueOf(await choose(trust, seen));
    const { replace } = trust.store.calls;
    expect(valueOf(await choose(trust, seen))).toMatchObject({ moved: 0, left: 0 });
    expect(trust.store.calls.replace).toBe(replace);
    expect((await settingsIn(trust)).history).toHaveLength(1);
    expect(moves(await reviewIn(trust))).toBe(1);
  });

  it('sent again after a later choice does not undo that', async () => {
    const trust = await holding({ reviews });
    const seen = told({ reviews });
    valueOf(await choose(trust, seen));
    const next = { year: thisYear, framework: refOf(sameAgain) };
    const { seen: then } = valueOf(await readModelChange(trust)(ada.id, next));
    valueOf(await choose(trust, then, { ...next, commandId: commandId('later') }));
    expect(valueOf(await choose(trust, seen)).model.version).toBe(sameAgain.version);
    expect(await modelIn(trust)).toEqual(refOf(sameAgain));
    expect((await reviewIn(trust)).framework).toEqual(refOf(sameAgain));
  });

  it('is refused under an id that stands for another choice', async () => {
    const trust = await holding();
    valueOf(await choose(trust, told()));
    expect(outcomeOf(await choose(trust, 'seen', { framework: refOf(sameAgain) }))).toBe('command.reused');
  });

  it('is refused where what it would affect is not what was seen, and changes nothing', async () => {
    const trust = await holding({ reviews });
    expect(outcomeOf(await choose(trust, told({ reviews: [] })))).toBe('framework.changed-since');
    expect(outcomeOf(await choose(trust, 'something else'))).toBe('framework.changed-since');
    expect(await modelIn(trust)).toEqual(refOf(smallFramework));
    expect(moves(await reviewIn(trust))).toBe(0);
  });

  it.each([
    ['not stored', { framework: { ...refOf(smallFramework), version: 99 } }, 'framework.not-stored'],
    ['in use already', { framework: refOf(smallFramework) }, 'framework.in-use-already'],
    ['with mistakes', { framework: refOf(mistaken) }, 'framework.has-mistakes'],
    ['of other periods', { framework: refOf(halfTermly) }, 'framework.other-period'],
    ['for a year that there is not', { year: unknownYear }, 'calendar.unknown-term'],
  ] as const)('is refused: %s', async (_, other, code) => {
    const trust = await holding({ reviews });
    expect(outcomeOf(await choose(trust, 'seen', other))).toBe(code);
    expect((await settingsIn(trust)).history).toEqual([]);
  });

  it('is refused, before anything is written, where an area has no column', async () => {
    const trust = await holding({ reviews });
    trust.store.lackColumns([secondVersion.areas.at(-1)?.code ?? area.attendance]);
    expect(outcomeOf(await choose(trust, told({ reviews })))).toBe('framework.lacks-columns');
    expect(await modelIn(trust)).toEqual(refOf(smallFramework));
  });

  it('decides again on the newer settings where somebody wrote them in between', async () => {
    const trust = await holding({ reviews });
    trust.store.failNext('replace', 'stale');
    expect(outcomeOf(await choose(trust, told({ reviews })))).toBe('accepted');
    expect((await settingsIn(trust)).history).toHaveLength(1);
  });

  it('gives way to another administrator’s choice of the same moment', async () => {
    const trust = await holding();
    const toThird = { year: thisYear, framework: refOf(sameAgain) };
    trust.store.beforeNext('replace', async () => {
      valueOf(
        await choose(trust, told({ frameworks: [sameAgain] }, toThird), { ...toThird, commandId: commandId('first') }),
      );
    });
    expect(outcomeOf(await choose(trust, told()))).toBe('framework.changed-since');
    expect(await modelIn(trust)).toEqual(refOf(sameAgain));
  });

  it('leaves other years as they are', async () => {
    const trust = await holding();
    const key = { year: lastYear, framework: refOf(secondVersion) };
    valueOf(await choose(trust, told({}, key), key));
    expect((await settingsIn(trust)).years.map(({ framework }) => framework.version)).toEqual([2, 1]);
  });
});

it.each(callerNames)('%s: only an administrator may read what it would affect and choose', async (caller) => {
  const trust = await holding();
  const expected = caller === 'administrator' ? 'accepted' : 'notAllowed';
  expect(outcomeOf(await readModelChange(trust)(callers[caller].id, toSecond))).toBe(expected);
  expect(outcomeOf(await choose(trust, told(), {}, callers[caller]))).toBe(expected);
});

it('the administrator reads the sentences, and what they stand for is what is sent back', async () => {
  const reviews = [judgedReview()];
  const view = valueOf(await readModelChange(await holding({ reviews }))(ada.id, toSecond));
  expect(view).toMatchObject({ year: thisYear, from: { version: 1 }, to: { version: 2 } });
  expect(view.groups.map(({ title }) => title)).toEqual([
    'Areas',
    'Measures',
    'Categories',
    'Support',
    'Records of 2026/27',
  ]);
  expect(view.seen).toBe(told({ reviews }));
});

it('the administration page knows the model of each year, newest first, and what is stored', async () => {
  const { model, academies } = valueOf(await readAdministration(await holding())(ada.id));
  const { name } = smallFramework;
  expect(model.years).toEqual([
    { year: thisYear, model: { ...refOf(smallFramework), name } },
    { year: lastYear, model: { ...refOf(smallFramework), name } },
  ]);
  expect(model.stored.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
  expect(academies.map(({ name: academy }) => academy)).toEqual(['Alder Academy', 'Birch Academy', 'Cedar Academy']);
});
