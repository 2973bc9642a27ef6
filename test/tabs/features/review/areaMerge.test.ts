import fc from 'fast-check';
import { copyOf, linkProblem, type AreaCopy, type AreaDraft } from '../../../../tabs/features/review/areaDraft';
import { areaErrors, errorWords } from '../../../../tabs/features/review/areaErrors';
import {
  bothFit,
  conflictOf,
  hear,
  isUnsaved,
  judgementTouched,
  keepTheirs,
  measuresTouched,
  takeBoth,
  takeMine,
  untouched,
} from '../../../../tabs/features/review/areaMerge';
import { area, commandId, kpi, level } from '../../../support/builders/ids';
import { areaOf, judgedBy, unjudged } from './areaOf';

const attendance = areaOf(area.attendance);
const today = '2026-11-20';
const empty = copyOf(attendance, unjudged, today);
const saved = copyOf(attendance, judgedBy('first', 'Because.'), today);
const theirs: AreaCopy = {
  ...saved,
  rationale: 'Theirs.',
  level: level.assured,
  evidence: [{ title: 'Visit', url: 'https://x.example/visit' }],
  basedOn: commandId('theirs'),
};
const typing = (base: AreaCopy, part: Partial<AreaDraft['typed']>): AreaDraft => {
  const draft = untouched(base);
  return { ...draft, typed: { ...draft.typed, ...part } };
};
const figure = (base: AreaCopy, value: string, asAt = '2026-11-12', source = ''): AreaCopy['kpis'] => ({
  ...base.kpis,
  [kpi.attendanceRate]: { value, asAt, source },
});
const attempt = { commandId: commandId('sent'), step: 'judgement' as const };

describe('what is not saved yet', () => {
  it('is nothing to begin with', () => {
    expect(isUnsaved(untouched(saved))).toBe(false);
    expect(saved.basedOn).toBe(commandId('first'));
    expect(empty.basedOn).toBeNull();
  });
  it('is a level, a rationale, a link', () => {
    expect(judgementTouched(typing(empty, { level: level.assured }))).toBe(true);
    expect(judgementTouched(typing(saved, { rationale: 'Because of the figures.' }))).toBe(true);
    expect(judgementTouched(typing(saved, { evidence: [{ title: 'Report', url: 'https://x.example' }] }))).toBe(true);
  });
  it('is not a blank at the end, nor an empty line for a link', () => {
    expect(isUnsaved(typing(saved, { rationale: 'Because. ', evidence: [{ title: '', url: ' ' }] }))).toBe(false);
  });
  it('is a measure with another value, day or source, not another way to write it', () => {
    const before = { ...saved, kpis: figure(saved, '48.2') };
    expect(measuresTouched(typing(before, { kpis: figure(saved, '48.20 %') }))).toEqual([]);
    expect(measuresTouched(typing(before, { kpis: figure(saved, '48.3') }))).toEqual([kpi.attendanceRate]);
    expect(measuresTouched(typing(before, { kpis: figure(saved, '48.2', '2026-11-13') }))).toEqual([
      kpi.attendanceRate,
    ]);
    expect(measuresTouched(typing(before, { kpis: figure(saved, '') }))).toEqual([kpi.attendanceRate]);
    expect(measuresTouched(typing(empty, { kpis: figure(empty, '', '2026-01-01', 'Register') }))).toEqual([]);
  });
});

describe('hearing how the server has the area', () => {
  it('takes over what nobody typed here', () => {
    expect(hear(untouched(saved), theirs)).toEqual(untouched(theirs));
  });
  it('keeps what was typed here, and takes over the rest', () => {
    const mine = typing(saved, { rationale: 'Mine.' });
    const measured = { ...saved, kpis: figure(saved, '60') };
    expect(hear(mine, measured)).toEqual(typing(measured, { rationale: 'Mine.' }));
    expect(conflictOf(hear(mine, measured), measured)).toBeUndefined();
  });
  it('leaves what both changed, for a person to choose', () => {
    const mine = typing(saved, { rationale: 'Mine.' });
    expect(hear(mine, theirs)).toEqual(mine);
    expect(conflictOf(mine, theirs)).toEqual({ judgement: true, measures: [] });
    const figures = typing(saved, { kpis: figure(saved, '50') });
    const other = { ...saved, kpis: figure(saved, '60') };
    expect(hear(figures, other)).toEqual(figures);
    expect(conflictOf(figures, other)).toEqual({ judgement: false, measures: [kpi.attendanceRate] });
  });
  it('finds no conflict where both say the same', () => {
    const mine = typing(empty, { level: level.actions, rationale: 'Because.' });
    expect(conflictOf(mine, saved)).toBeUndefined();
    expect(isUnsaved(hear(mine, saved))).toBe(false);
  });
  it('knows its own judgement whose answer is still to come, and goes on from it', () => {
    const sent = typing(saved, { rationale: 'First words.' });
    const now: AreaDraft = {
      ...sent,
      typed: { ...sent.typed, rationale: 'First words and more.' },
      attempt: { ...attempt, ...sent },
    };
    const mineThere = { ...saved, rationale: 'First words.', basedOn: commandId('sent') };
    expect(conflictOf(now, mineThere)).toBeUndefined();
    const heard = hear(now, mineThere);
    expect(heard.base.basedOn).toBe(commandId('sent'));
    expect(heard.typed.rationale).toBe('First words and more.');
    expect(isUnsaved(heard)).toBe(true);
  });

  const anyText = fc.constantFrom('', 'One.', 'Two.', 'Three.');
  const anyCopy = fc.record({
    words: anyText,
    value: fc.constantFrom('', '1', '2', '3'),
    id: fc.constantFrom('a', 'b'),
  });
  const copy = ({ words, value, id }: { words: string; value: string; id: string }): AreaCopy => ({
    ...saved,
    rationale: words,
    kpis: figure(saved, value),
    basedOn: commandId(`made-${id}-${words.slice(0, 3) || 'none'}`),
  });
  it('never loses a word that was typed, and is the same heard twice', () => {
    fc.assert(
      fc.property(anyCopy, anyCopy, anyCopy, (before, mine, after) => {
        const { basedOn: _, ...typed } = copy(mine);
        const draft: AreaDraft = { typed, base: copy(before) };
        const heard = hear(draft, copy(after));
        if (judgementTouched(draft)) expect(heard.typed.rationale).toBe(typed.rationale);
        else expect(heard.typed.rationale).toBe(copy(after).rationale);
        if (measuresTouched(draft).length > 0) expect(heard.typed.kpis).toEqual(typed.kpis);
        expect(hear(heard, copy(after))).toEqual(heard);
        // Whatever differs is either still to be sent or waits for a choice.
        if (!conflictOf(heard, copy(after)) && !isUnsaved(heard))
          expect(heard.typed.rationale).toBe(copy(after).rationale);
      }),
    );
  });
});

describe('a choice between two versions', () => {
  const mine = typing(saved, {
    level: level.actions,
    rationale: 'Mine.',
    evidence: [{ title: 'Book', url: 'https://x.example/book' }],
    kpis: figure(saved, '50'),
  });
  it('theirs: what both changed is theirs, what only I changed stays', () => {
    const kept = keepTheirs(mine, theirs);
    expect(kept.typed).toMatchObject({ rationale: 'Theirs.', level: level.assured, kpis: figure(saved, '50') });
    expect(conflictOf(kept, theirs)).toBeUndefined();
    expect(judgementTouched(kept)).toBe(false);
  });
  it('mine: a change of theirs, made with theirs in sight', () => {
    const taken = takeMine(mine, theirs);
    expect(taken).toEqual({ typed: mine.typed, base: theirs });
    expect(conflictOf(taken, theirs)).toBeUndefined();
  });
  it('both: the two wordings and all links, each once', () => {
    expect(takeBoth(mine, theirs).typed).toMatchObject({
      level: level.actions,
      rationale: 'Theirs.\n\nMine.',
      evidence: [...theirs.evidence, ...mine.typed.evidence],
    });
    expect(bothFit(mine, theirs)).toBe(true);
    expect(bothFit(typing(saved, { rationale: 'x'.repeat(1_995) }), theirs)).toBe(false);
  });
});

describe('what keeps an area from being saved', () => {
  it('is a missing level, a missing reason, a half link, a wrong figure, each at its place', () => {
    const draft = typing(empty, {
      evidence: [
        { title: '', url: '' },
        { title: 'Report', url: 'http://x.example' },
      ],
      kpis: figure(empty, 'many'),
    });
    const errors = areaErrors(draft, 'Needed here');
    expect(errors).toMatchObject({
      level: { message: 'Choose a level.' },
      rationale: { message: 'Say why.' },
      evidence: [undefined, { url: { message: expect.stringContaining('https://') as string } }],
      kpis: { [kpi.attendanceRate]: { value: { message: expect.stringContaining('number') as string } } },
    });
    expect(errorWords(errors)).toEqual([
      'A measure is not filled in correctly.',
      'Choose a level.',
      'Give your rationale.',
      'A link to evidence is not complete.',
    ]);
  });
  it('is nothing where only measures were typed', () =>
    expect(areaErrors(typing(empty, { kpis: figure(empty, '48') }), 'Needed here')).toEqual({}));
  it('says what is wrong with a link', () => {
    expect(linkProblem({ title: ' ', url: 'https://x.example' })).toBe('Say what this link shows.');
    expect(linkProblem({ title: 'Report', url: 'javascript:alert(1)' })).toContain('https://');
    expect(linkProblem({ title: 'Report', url: ' https://x.example/a ' })).toBeUndefined();
  });
});
