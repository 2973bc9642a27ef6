import { readCards } from '../../../shared/application/cards';
import { rateArea } from '../../../shared/application/rateArea';
import { readCell } from '../../../shared/application/readCell';
import { readReview } from '../../../shared/application/readReview';
import { reopenReview } from '../../../shared/application/reopenReview';
import { sendForSignOff } from '../../../shared/application/sendForSignOff';
import { findArea, levelOf } from '../../../shared/domain/framework';
import { keyOfReview } from '../../../shared/domain/keys';
import { Framework } from '../../../shared/schema/framework';
import type { Review } from '../../../shared/schema/review';
import { autumn, now, settings, summerBefore } from '../../support/builders/calendar';
import * as command from '../../support/builders/commands';
import { smallFramework } from '../../support/builders/framework';
import { area, commandId, kpi, level, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { bo, cora, dana, hazel } from '../../support/builders/people';
import { awaitingReview, judgedReview, queriedReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';

const onAlder = { urn: urn.alder, ...autumn };
const kpis = { [kpi.attendanceRate]: { value: 40, asAt: '2026-11-01', source: 'Register', by: dana.id, at: now } };
const parts = { framework: smallFramework, kpis, levels: { [area.attendance]: level.intervention } };

/** The same codes with other names, colours and bands: what an administrator's change of a stored version would do. */
const changed: Framework = Framework.parse({
  ...smallFramework,
  name: 'Changed framework',
  scales: smallFramework.scales.map((scale) => ({
    ...scale,
    levels: scale.levels.map((each) => ({ ...each, name: `New ${each.name}`, tone: 'steady', symbol: '=' })),
  })),
  areas: smallFramework.areas.map((each) => ({ ...each, name: `New ${each.name}`, criteria: {}, kpis: [] })),
});
const second: Framework = { ...changed, version: 2 };
const years = settings.years.map((year) => ({ ...year, framework: { code: second.code, version: 2 } }));

const trusts = {
  changed: (reviews: readonly Review[]) => createTrust({ framework: changed, reviews }),
  gone: (reviews: readonly Review[]) => createTrust({ framework: second, settings: { ...settings, years }, reviews }),
};

describe.each(Object.entries(trusts))('a locked record whose model is %s', (_, trustWith) => {
  it('is read by its own copy: names, colours, criteria and measures as they were', async () => {
    const trust = await trustWith([signedOffReview(parts)]);
    const view = valueOf(await readReview(trust)(hazel.id, onAlder));
    const attendance = findArea(view.framework, area.attendance);
    expect(attendance).toMatchObject({ name: 'Attendance', criteria: { intervention: ['Attendance is below 50%.'] } });
    expect(attendance && levelOf(view.framework, attendance, level.intervention)).toMatchObject({
      name: 'Intervention required',
      tone: 'critical',
      symbol: '!',
    });
    expect(view.areas.find((each) => each.area === area.attendance)?.kpis).toMatchObject([{ words: 'below 50' }]);
    expect(view.history.map(({ text }) => text)).toContain('judged Attendance: Intervention required');
  });

  it('has a card in the words of its own copy', async () => {
    const cards = await readCards(await trustWith([signedOffReview(parts)]), {
      kind: 'reviews',
      key: keyOfReview(onAlder),
    });
    expect(cards?.cardFor(hazel.id)).toMatchObject({
      intervention: [{ area: 'Attendance', mark: { word: 'Intervention required', tone: 'critical' } }],
    });
  });

  it('is read so behind a cell of the matrix too', async () => {
    const cell = valueOf(
      await readCell(await trustWith([signedOffReview(parts)]))(bo.id, { ...onAlder, area: area.attendance }),
    );
    expect(cell).toMatchObject({ areaName: 'Attendance', criteria: ['Attendance is below 50%.'] });
    expect(cell.scale.levels.map(({ name }) => name)).toContain('Intervention required');
  });
});

describe('a record that is still worked on', () => {
  it('is read by the stored version while there is one', async () => {
    const trust = await trusts.changed([awaitingReview(parts)]);
    expect(valueOf(await readReview(trust)(hazel.id, onAlder)).framework.name).toBe('Changed framework');
  });
  it('is read by its copy where the version is gone, once it was submitted', async () => {
    const trust = await trusts.gone([queriedReview(parts)]);
    expect(valueOf(await readReview(trust)(dana.id, onAlder)).framework.name).toBe('Small framework');
  });
  it('cannot be read where the version is gone and it was never submitted', async () => {
    const trust = await trusts.gone([judgedReview(parts)]);
    expect(outcomeOf(await readReview(trust)(dana.id, onAlder))).toBe('notFound');
  });
});

describe('the copy', () => {
  it('is made at each sending, of the levels and measures as they are then', async () => {
    const trust = await createTrust({ reviews: [judgedReview({ kpis, levels: parts.levels })] });
    valueOf(await sendForSignOff(trust)(dana.id, command.toSend()));
    const loaded = await trust.store.load('reviews', keyOfReview(onAlder));
    if (loaded.status !== 'found') throw new Error('The review is there.');
    const { asked } = loaded.document;
    expect(asked).toMatchObject({ framework: { code: 'small', version: 1 }, frameworkName: 'Small framework' });
    expect(asked?.areas.find(({ code }) => code === area.attendance)).toMatchObject({
      criteria: { intervention: ['Attendance is below 50%.'] },
      kpis: [{ code: 'attendanceRate' }],
    });
    expect(asked?.areas.find(({ code }) => code === area.safeguarding)).toMatchObject({ criteria: {}, kpis: [] });
  });

  it('is read no more once the record is reopened: the answer has the whole model again', async () => {
    const trust = await createTrust({ reviews: [signedOffReview(parts)] });
    expect(valueOf(await readReview(trust)(dana.id, onAlder)).framework.areas[2]?.kpis).toHaveLength(1);
    const open = valueOf(await reopenReview(trust)(cora.id, command.toReopen()));
    expect(open.framework.areas[2]?.kpis).toHaveLength(3);
    const rating = {
      area: area.attendance,
      basedOn: commandId('rated-attendance'),
      commandId: commandId('after-reopening'),
    };
    expect(outcomeOf(await rateArea(trust)(dana.id, command.toRate(rating)))).toBe('accepted');
  });
});

describe('the period before, judged on another version', () => {
  it('stands beside today’s levels only where it means the same', async () => {
    const before = signedOffReview({ ...parts, period: summerBefore });
    const partly: Framework = {
      ...smallFramework,
      version: 2,
      scales: smallFramework.scales.map((scale) => (scale.code === 'rag' ? (changed.scales[0] ?? scale) : scale)),
    };
    const trust = await createTrust({
      framework: partly,
      settings: { ...settings, years },
      reviews: [before, awaitingReview({ ...parts, framework: partly })],
    });
    await trust.store.create('settings', { name: 'framework:small@1', framework: smallFramework });
    const view = valueOf(await readReview(trust)(dana.id, onAlder));
    const previous = Object.fromEntries(view.areas.map((each) => [each.area, each.previous]));
    expect(previous).toMatchObject({ [area.earlyYears]: level.strong, [area.attendance]: undefined });
    const cards = await readCards(trust, { kind: 'reviews', key: keyOfReview(onAlder) });
    expect(cards?.cardFor(hazel.id)).toMatchObject({ changes: [], comparedWith: 'Summer term 2025/26' });
  });
});
