import { rateArea } from '../../../shared/application/rateArea';
import { readReview } from '../../../shared/application/readReview';
import { sweepModels } from '../../../shared/application/sweepModels';
import { keyOfReview } from '../../../shared/domain/keys';
import { autumn } from '../../support/builders/calendar';
import * as command from '../../support/builders/commands';
import { area, commandId, level, urn } from '../../support/builders/ids';
import { refOf, secondVersion } from '../../support/builders/models';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { birch, cedar, dana } from '../../support/builders/people';
import {
  awaitingReview,
  judgedReview,
  openReview,
  reopenedReview,
  signedOffReview,
} from '../../support/builders/reviews';
import { createFakeStore } from '../../support/fakeStore';
import { createTrust } from '../../support/builders/trust';
import { holding, told, choose, modelIn, reviewIn, moves } from './choosing';

describe('the sweep of the models', () => {
  const reviews = [judgedReview(), openReview({ academy: birch }), signedOffReview({ academy: cedar })];

  it('makes good what a killed process left, once, and by the same command', async () => {
    const trust = await holding({ reviews });
    const seen = told({ reviews });
    trust.store.failNext('replace', 'unavailableAfterWrite');
    await expect(choose(trust, seen)).rejects.toThrow();
    expect(await modelIn(trust)).toEqual(refOf(secondVersion));
    expect(moves(await reviewIn(trust))).toBe(0);
    expect(await sweepModels(trust)()).toBe(2);
    expect(await sweepModels(trust)()).toBe(0);
    expect([moves(await reviewIn(trust)), moves(await reviewIn(trust, birch))]).toEqual([1, 1]);
    expect(valueOf(await choose(trust, seen))).toMatchObject({ moved: 0, left: 0 });
    expect(moves(await reviewIn(trust, cedar))).toBe(0);
  });

  it('moves a record that was opened on the old version while the choice was made', async () => {
    const trust = await holding({ reviews: [] });
    valueOf(await choose(trust, told()));
    await trust.store.create('reviews', openReview());
    expect(await sweepModels(trust)()).toBe(1);
    expect((await reviewIn(trust)).framework).toEqual(refOf(secondVersion));
  });

  it('leaves what was sent, reopened or signed off', async () => {
    const trust = await holding({ reviews: [] });
    valueOf(await choose(trust, told()));
    const held = [reopenedReview(), awaitingReview({ academy: birch }), signedOffReview({ academy: cedar })];
    for (const review of held) await trust.store.create('reviews', review);
    expect(await sweepModels(trust)()).toBe(0);
  });

  it('leaves a record that was edited by hand, and does the others', async () => {
    const trust = await holding({ reviews });
    const seen = told({ reviews });
    trust.store.failNext('replace', 'unavailableAfterWrite');
    await expect(choose(trust, seen)).rejects.toThrow();
    trust.store.beforeNext('load', async () =>
      trust.store.handEdit('reviews', keyOfReview({ urn: urn.alder, ...autumn })),
    );
    expect(await sweepModels(trust)()).toBe(1);
    expect((await reviewIn(trust, birch)).framework).toEqual(refOf(secondVersion));
  });

  it('does nothing, and asks for no record, in a trust that never changed its model', async () => {
    const trust = await holding({ reviews });
    const { load, replace } = trust.store.calls;
    expect(await sweepModels(trust)()).toBe(0);
    expect(trust.store.calls).toMatchObject({ load, replace });
  });

  it('waits for a trust that is not set up yet', async () => {
    expect(await sweepModels({ ...(await createTrust()), store: createFakeStore() })()).toBe(0);
  });
});

it('a judgement that was on its way while the model changed is refused, and the page reads the record anew', async () => {
  const reviews = [judgedReview()];
  const trust = await holding({ reviews });
  const seen = told({ reviews });
  trust.store.beforeNext('replace', async () => {
    valueOf(await choose(trust, seen));
  });
  const rating = command.toRate({ area: area.vacancies, level: level.assured, basedOn: commandId('rated-vacancies') });
  expect(outcomeOf(await rateArea(trust)(dana.id, rating))).toBe('review.model-changed');
  const view = valueOf(await readReview(trust)(dana.id, { urn: urn.alder, ...autumn }));
  expect(view.framework.version).toBe(secondVersion.version);
});
