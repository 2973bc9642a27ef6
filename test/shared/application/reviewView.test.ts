import type { Deps } from '../../../shared/application/deps';
import { queryReview } from '../../../shared/application/queryReview';
import { rateArea } from '../../../shared/application/rateArea';
import { readReview } from '../../../shared/application/readReview';
import { reopenReview } from '../../../shared/application/reopenReview';
import { sendForSignOff } from '../../../shared/application/sendForSignOff';
import { signOffReview } from '../../../shared/application/signOffReview';
import type { Result } from '../../../shared/domain/result';
import { RateArea } from '../../../shared/schema/commands';
import type { AreaCode, PersonId } from '../../../shared/schema/ids';
import type { Person } from '../../../shared/schema/people';
import type { Review, ReviewState } from '../../../shared/schema/review';
import type { ReviewAction, ReviewView } from '../../../shared/schema/reviewViews';
import { autumn, now, summerBefore } from '../../support/builders/calendar';
import * as command from '../../support/builders/commands';
import { area, commandId, kpi, level, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { birch, callerNames, callers, cora, dana, hazel, people, staffingLead } from '../../support/builders/people';
import { everyReview, judgedReview, openReview, reviewIn, signedOffReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';

const onAlder = { urn: urn.alder, ...autumn };
const view = async (reader: Person, ...reviews: Review[]): Promise<ReviewView> =>
  valueOf(await readReview(await createTrust({ reviews }))(reader.id, onAlder));
const areaIn = (made: ReviewView, code: AreaCode) => made.areas.find((each) => each.area === code);

describe('what a reader is offered is what they may do', () => {
  const acts: Record<ReviewAction, (deps: Deps, actor: PersonId) => Promise<Result<ReviewView>>> = {
    send: (deps, actor) => sendForSignOff(deps)(actor, command.toSend()),
    signOff: (deps, actor) => signOffReview(deps)(actor, command.toSignOff()),
    query: (deps, actor) => queryReview(deps)(actor, command.toQuery()),
    reopen: (deps, actor) => reopenReview(deps)(actor, command.toReopen()),
  };

  describe.each(Object.keys(reviewIn) as ReviewState[])('%s', (state) => {
    it.each(callerNames)('%s', async (caller) => {
      const review = { ...reviewIn[state](), notApplicable: [area.retention] };
      const actor = callers[caller].id;
      let trust = await createTrust({ reviews: [review] });
      const again = async <T>(result: Result<T>): Promise<boolean> => {
        if (result.ok) trust = await createTrust({ reviews: [review] });
        return result.ok;
      };
      const read = await readReview(trust)(actor, onAlder);
      const offered = read.ok ? read.value : undefined;
      for (const [action, act] of Object.entries(acts))
        expect([action, await again(await act(trust, actor))]).toEqual([
          action,
          offered?.may.some((each) => each === action) ?? false,
        ]);
      for (const code of Object.values(area)) {
        const best = code === area.earlyYears ? level.strong : level.assured;
        const rating = command.toRate({ area: code, level: best, basedOn: review.judgements[code]?.id ?? null });
        const rated = await again(await rateArea(trust)(actor, RateArea.parse(rating)));
        expect([code, rated]).toEqual([code, (offered && areaIn(offered, code)?.mayRate) ?? false]);
      }
    });
  });
});

describe('what a review shows', () => {
  it('of each area the level, the reason, the measures and what they suggest', async () => {
    const kpis = { [kpi.severeAbsence]: { value: 27.5, asAt: '2026-11-01', source: 'Register', by: dana.id, at: now } };
    const made = areaIn(await view(dana, judgedReview({ kpis })), area.attendance);
    expect(made).toMatchObject({
      applicable: true,
      judgement: {
        level: level.assured,
        rationale: 'Why attendance.',
        by: { name: 'Dana Director', jobTitle: 'Director of education' },
      },
      kpis: [{ kpi: kpi.severeAbsence, value: 27.5, level: level.actions }],
      suggestion: { level: level.actions },
    });
  });

  it('what is missing and what is unexplained', async () => {
    const kpis = { [kpi.attendanceRate]: { value: 40, asAt: '2026-11-01', source: '', by: dana.id, at: now } };
    expect(await view(dana, openReview())).toMatchObject({ missing: Object.values(area), unexplained: [] });
    expect(await view(dana, judgedReview({ kpis, rationale: '' }))).toMatchObject({
      missing: [],
      unexplained: [area.attendance],
    });
    expect(await view(staffingLead, openReview())).toMatchObject({ missing: [area.vacancies, area.retention] });
  });

  it('what was signed off in the term before, and nothing that was not', async () => {
    const levels = { [area.attendance]: level.actions };
    const before = signedOffReview({ period: summerBefore, levels });
    const made = await view(dana, openReview(), before);
    expect(made.previousPeriod).toEqual(summerBefore);
    expect(areaIn(made, area.attendance)?.previous).toBe(level.actions);
    const draft = await view(dana, openReview(), judgedReview({ period: summerBefore, levels }));
    expect(areaIn(draft, area.attendance)?.previous).toBeUndefined();
    const older = await view(
      dana,
      openReview(),
      signedOffReview({ period: { ...summerBefore, period: 'spring' }, levels }),
    );
    expect(areaIn(older, area.attendance)?.previous).toBeUndefined();
    const others = await view(dana, openReview(), signedOffReview({ period: summerBefore, levels, academy: birch }));
    expect(areaIn(others, area.attendance)?.previous).toBeUndefined();
  });

  it('where it stands: sent, queried and signed off, by whom and when', async () => {
    const { awaiting, queried, signedOff, reopened } = everyReview();
    if (!awaiting || !queried || !signedOff || !reopened) throw new Error('Every state has a review.');
    expect(await view(dana, awaiting)).toMatchObject({
      round: 1,
      sent: { by: { name: 'Dana Director' } },
      headTeacher: { name: 'Hazel Head' },
    });
    expect(await view(dana, queried)).toMatchObject({
      query: { by: { name: 'Hazel Head' }, comment: 'Two absences were counted twice.' },
    });
    expect(await view(dana, signedOff)).toMatchObject({
      signedOff: { by: { name: 'Hazel Head' }, comment: 'Agreed.' },
    });
    const again = await view(dana, reopened);
    expect([again.sent, again.query, again.signedOff]).toEqual([undefined, undefined, undefined]);
  });

  it('its history in words, and to a function lead no line about another function', async () => {
    const { reopened } = everyReview();
    if (!reopened) throw new Error('There is a reopened review.');
    const lines = (await view(cora, reopened)).history.map((line) => `${line.by.name} ${line.text}`);
    expect(lines).toEqual([
      'Dana Director opened the review',
      'Dana Director judged Vacancies: Assured',
      'Dana Director judged Retention: Assured',
      'Dana Director judged Attendance: Assured',
      'Dana Director judged Early years: Strong standard',
      'Dana Director judged Safeguarding: Assured',
      'Dana Director sent the review for sign-off',
      'Hazel Head signed off: Agreed.',
      'Cora Chief reopened the review: A measure was wrong.',
    ]);
    const own = JSON.stringify((await view(staffingLead, reopened)).history);
    expect(own).toContain('Vacancies');
    expect(own).not.toMatch(/Attendance|Early years|Safeguarding/);
  });

  it('somebody who has left as somebody who was here', async () => {
    const trust = await createTrust({ reviews: [judgedReview()], people: people.filter((person) => person !== dana) });
    const made = valueOf(await readReview(trust)(cora.id, onAlder));
    expect(areaIn(made, area.attendance)?.judgement?.by.name).toBe('A former colleague');
  });

  it('after each act the state that the act made', async () => {
    const trust = await createTrust({ reviews: [judgedReview()] });
    expect(valueOf(await sendForSignOff(trust)(dana.id, command.toSend())).state).toBe('awaitingSignOff');
    expect(
      valueOf(await signOffReview(trust)(hazel.id, command.toSignOff({ commandId: commandId('signing') }))).state,
    ).toBe('signedOff');
    expect(outcomeOf(await rateArea(trust)(dana.id, command.toRate({ commandId: commandId('too-late') })))).toBe(
      'review.already-signed-off',
    );
  });
});
