import { soundDocument } from '../../support/builders/frameworkDocument';

const { scales, groups, areas, categories } = soundDocument();
const [low, mid, high] = scales[0]?.levels ?? [];
const kpi = areas[1]?.kpis?.[0];
const call = categories[0]?.support?.[0];
const line = { weakAreas: ['payroll'], cadence: { everyWeeks: 1 } };

/** A name, what is changed, and every place at which a mistake is then reported. */
type Case = readonly [string, Readonly<Record<string, unknown>>, readonly string[]];

const scaleCases: readonly Case[] = [
  ['a scale code and name twice', { scales: [...scales, ...scales] }, ['scales.1', 'scales.1']],
  ['a scale that no area uses', { scales: [...scales, { ...scales[0], code: 'idle', name: 'Idle' }] }, ['scales.1']],
  ['a level name twice', { 'scales.0.levels.1.name': 'low' }, ['scales.0.levels.1']],
  ['a level order twice', { 'scales.0.levels.1.order': 1 }, ['scales.0.levels.1']],
  ['a level symbol twice', { 'scales.0.levels.1.symbol': '!' }, ['scales.0.levels.1']],
  ['a better level in a worse tone', { 'scales.0.levels.2.tone': 'critical' }, ['scales.0.levels.2.tone']],
  [
    'a better level that alone needs intervention',
    { 'scales.0.levels.2.needsIntervention': true },
    ['scales.0.levels.2.needsIntervention'],
  ],
  ['a level with one part only', { 'scales.0.levels.0.subLevelOf': 'Low' }, ['scales.0.levels.0.subLevelOf']],
  [
    'parts of a level with another one between them',
    { 'scales.0.levels': [{ ...low, subLevelOf: 'C' }, mid, { ...high, subLevelOf: 'C' }] },
    ['scales.0.levels.0.subLevelOf'],
  ],
  [
    'a scale whose turned copy would have the code of another',
    {
      scales: [...scales, { ...scales[0], code: 'ragTurned', name: 'Other' }],
      'areas.0.highIsBad': true,
      'areas.1.scale': 'ragTurned',
    },
    ['scales.0.code'],
  ],
  [
    'a name too long to be turned round',
    { 'scales.0.name': 'x'.repeat(41), 'areas.0.highIsBad': true },
    ['scales.0.name'],
  ],
  ['a group code twice', { groups: [...groups, { code: 'money', name: 'Cash' }] }, ['groups.2']],
  ['a group name twice', { 'groups.1.name': 'money' }, ['groups.1']],
  ['a group without areas', { groups: [...groups, { code: 'empty', name: 'Empty' }] }, ['groups.2']],
];

const areaCases: readonly Case[] = [
  ['a group that does not exist', { 'areas.0.group': 'nowhere' }, ['groups.0', 'areas.0.group']],
  ['a scale that does not exist', { 'areas.0.scale': 'nowhere' }, ['areas.0.scale']],
  ['a criterion of an unknown level', { 'areas.1.criteria': { middle: ['So so.'] } }, ['areas.1.criteria.middle']],
  ['an area code twice, in capitals', { 'areas.0.code': 'attendancE' }, ['areas.1']],
  ['an area name twice in a group', { areas: [...areas, { ...areas[0], code: 'other' }] }, ['areas.2']],
  ['a KPI code twice in the framework', { 'areas.0.kpis': [kpi] }, ['areas.1.kpis.0']],
  ['a KPI name twice in an area', { 'areas.1.kpis': [kpi, { ...kpi, code: 'other' }] }, ['areas.1.kpis.1']],
  ['a band of an unknown level', { 'areas.1.kpis.0.bands.0.level': 'no' }, ['areas.1.kpis.0.bands.0.level']],
  ['a part of an unknown area', { 'areas.0.within': 'nowhere' }, ['areas.0.within']],
  ['a part of itself', { 'areas.0.within': 'payroll' }, ['areas.0.within']],
  ['a part in another group than the whole', { 'areas.0.within': 'attendance' }, ['areas.0.group']],
  [
    'a part of a part',
    {
      areas: [
        areas[0],
        { ...areas[0], code: 'b', name: 'B', within: 'payroll' },
        { ...areas[0], code: 'c', name: 'C', within: 'b' },
        areas[1],
      ],
    },
    ['areas.2.within'],
  ],
  [
    'a part whose name is too long beside the whole',
    { areas: [...areas, { ...areas[0], code: 'b', name: 'x'.repeat(72), within: 'payroll' }] },
    ['areas.2.name'],
  ],
  ['a phase named twice', { 'areas.0.notApplicableIn': ['special', 'special'] }, ['areas.0.notApplicableIn.1']],
  [
    'an area that applies nowhere',
    {
      'areas.0.notApplicableIn': [
        ...(['primary', 'secondary', 'allThrough', 'special'] as const),
        ...(['alternativeProvision', 'post16', 'centralOffice'] as const),
      ],
    },
    ['areas.0.notApplicableIn'],
  ],
];

const categoryCases: readonly Case[] = [
  ['a category name twice', { 'categories.1.name': 'One' }, ['categories.1']],
  ['a category order twice', { 'categories.1.order': 1 }, ['categories.1']],
  ['a category symbol twice', { 'categories.1.symbol': '■' }, ['categories.1']],
  ['a category with the symbol of a level', { 'categories.1.symbol': '!' }, ['categories.1.symbol']],
  ['less support in a worse tone', { 'categories.2.tone': 'critical' }, ['categories.2.tone']],
  ['an unknown category included', { 'categories.0.includes': ['four'] }, ['categories.0.includes.0']],
  ['a category included twice', { 'categories.0.includes': ['two', 'two'] }, ['categories.0.includes.1']],
  ['a category that includes itself', { 'categories.2.includes': ['three'] }, ['categories.2.includes']],
  ['categories that include each other in a circle', { 'categories.2.includes': ['one'] }, ['categories.0.includes']],
  ['a support code twice', { 'categories.0.support': [call, { ...call, text: 'Other' }] }, ['categories.0.support.1']],
  [
    'support listed twice',
    { 'categories.0.support': [call, { ...call, code: 'other', text: 'weekly call' }] },
    ['categories.0.support.1'],
  ],
  [
    'support that depends on unknown things',
    { 'categories.0.support.0.when': [{ ...line, weakAreas: ['nowhere'], weakGroups: ['nobody'] }] },
    ['categories.0.support.0.when.0.weakAreas.0', 'categories.0.support.0.when.0.weakGroups.0'],
  ],
  [
    'support that depends on nothing, and changes nothing',
    { 'categories.0.support.0.when': [{}] },
    ['categories.0.support.0.when.0', 'categories.0.support.0.when.0'],
  ],
  [
    'support that depends on an area that is never weak',
    { 'categories.0.support.0.when': [line], 'scales.0.levels.0.needsIntervention': false },
    ['categories.0.support.0.when.0.weakAreas.0'],
  ],
  [
    'a line of support that an earlier one always outdoes',
    { 'categories.0.support.0.when': [{ ...line, weakGroups: ['school'] }, line] },
    ['categories.0.support.0.when.1'],
  ],
];

const sections = [{ code: 'a', name: 'A' }];
const planningCases: readonly Case[] = [
  ['nothing at all', { areas: [], groups: [], scales: [], judging: undefined, categories: [], routes: [] }, ['']],
  ['areas that nobody judges', { judging: undefined }, ['judging']],
  ['judging without areas', { areas: [], groups: [], scales: [] }, ['judging']],
  ['a rater named twice', { 'judging.raters': ['ceo', 'ceo'] }, ['judging.raters.1']],
  [
    'a head teacher with nothing but the central office to judge',
    {
      'judging.raters': ['headTeacher'],
      areas: areas.map((area) => ({
        ...area,
        notApplicableIn: ['primary', 'secondary', 'allThrough', 'special', 'alternativeProvision', 'post16'],
      })),
    },
    ['judging.raters.0'],
  ],
  [
    'a committee or the Board that settles: neither may',
    { 'judging.settling.by': ['headTeacher', 'committeeMember', 'boardMember'] },
    ['judging.settling.by.1', 'judging.settling.by.2'],
  ],
  ['a self-evaluation without words', { historic: ['sef'] }, ['sefLevels']],
  ['words for a self-evaluation that is not shown', { sefLevels: ['Good'] }, ['historic']],
  ['a historic column twice', { historic: ['ofsted', 'ofsted'] }, ['historic.1']],
  ['a stage twice', { stages: ['Look', 'look'] }, ['stages.1']],
  [
    'a committee name twice',
    {
      committees: [
        { code: 'a', name: 'A' },
        { code: 'b', name: 'A' },
      ],
    },
    ['committees.1'],
  ],
  [
    'a report section about an unknown area',
    { reportSections: [{ ...sections[0], areas: ['no'] }] },
    ['reportSections.0.areas.0'],
  ],
  ['a report section code twice', { reportSections: [...sections, { code: 'a', name: 'B' }] }, ['reportSections.1']],
  [
    'a target twice',
    { targetSetting: { targets: [...sections, { code: 'a', name: 'B' }] } },
    ['targetSetting.targets.1'],
  ],
  [
    'a section and a recommendation twice in the plan',
    {
      plan: {
        name: 'P',
        method: 'sections',
        sections: [...sections, { code: 'b', name: 'A' }],
        recommendations: ['R', 'R'],
      },
    },
    ['plan.sections.1', 'plan.recommendations.1'],
  ],
  [
    'a document reference twice',
    {
      dueDiligence: {
        name: 'D',
        documents: [
          { ref: 'E1', name: 'A' },
          { ref: 'E1', name: 'B' },
        ],
      },
    },
    ['dueDiligence.documents.1'],
  ],
  ['a tool twice', { reviewers: [{ name: 'Board', tools: ['Card', 'Card'] }] }, ['reviewers.0.tools.1']],
  ['a reviewer twice', { reviewers: [{ name: 'Board' }, { name: 'Board' }] }, ['reviewers.1']],
];

export const mistakeCases: readonly Case[] = [...scaleCases, ...areaCases, ...categoryCases, ...planningCases];
