import type { Area, Framework, Judging, Kpi, Level, Scale } from '../../schema/framework';
import type { PeriodKind } from '../../schema/ids';
import type { RouteRole } from '../../schema/route';
import { areasByGroup, findLevel, scaleOf } from '../framework';
import { holderWords } from '../routeWords';
import { count, listWords, phaseName } from '../words';
import { boundsWords } from './boundsWords';
import { blocks, bullets, capital, plain, section, table } from './markdown';

const often = {
  fortnight: 'every fortnight',
  month: 'every month',
  halfTerm: 'every half term',
  term: 'every term',
  year: 'every year',
  twoYears: 'every two years',
} satisfies Record<PeriodKind, string>;

const raters = {
  headTeacher: 'the head teacher',
  directorOfEducation: 'the director of education',
  functionLead: 'the function leads (their own functions only)',
  ceo: 'the CEO',
} satisfies Record<Judging['raters'][number], string>;

const historic = {
  ofsted: 'the latest Ofsted judgement',
  inspectionDate: 'the inspection date',
  sef: 'the latest self-evaluation (SEF)',
} satisfies Record<Framework['historic'][number], string>;

const settled = { signOff: 'signed off', agreement: 'agreed' } satisfies Record<Judging['settling']['word'], string>;

const roleWords = ({ committees }: Framework, by: RouteRole): string =>
  holderWords({ by }, { committees, nameOf: () => '' });

const judgingLines = (framework: Framework, { period, record, settling, ...judging }: Judging): string[] => [
  `Every academy is judged ${often[period]}; the record of it is called '${plain(record)}'.`,
  `Judged by: ${listWords(judging.raters.map((rater) => raters[rater]))}.`,
  `Then ${settled[settling.word]} by: ${listWords(settling.by.map((role) => roleWords(framework, role)))}. After that it is locked.`,
];

const historicLines = ({ historic: columns, sefLevels }: Framework): string[] => [
  ...(columns.length > 0
    ? [`Beside the judgements the matrix shows ${listWords(columns.map((column) => historic[column]))}.`]
    : []),
  ...(sefLevels.length > 0 ? [`A self-evaluation judges with: ${plain(sefLevels.join('; '))}.`] : []),
];

const levelName = (level: Level | undefined, code: string): string =>
  level ? `${level.symbol} ${plain(level.name)}` : plain(code);

const scaleLines = ({ name, levels }: Scale): string[] =>
  section(
    `### Scale: ${plain(name)}`,
    ['From worst to best:'],
    table(
      ['Level', 'Tone', 'Needs intervention', 'Also called', 'Part of'],
      [...levels]
        .sort((a, b) => a.order - b.order)
        .map((level) => [
          levelName(level, level.code),
          level.tone,
          level.needsIntervention ? 'yes' : 'no',
          plain(level.alsoCalled ?? ''),
          plain(level.subLevelOf ?? ''),
        ]),
    ),
  );

const better = { higher: 'higher is better', lower: 'lower is better' } as const;

const kpiLines = (kpi: Kpi, scale: Scale | undefined): string[] => [
  `- ${plain(kpi.name)} (measured in ${kpi.unit}${kpi.better ? `; ${better[kpi.better]}` : ''}); where a value falls in two bands the more ${kpi.inTwoBands === 'moreCautious' ? 'cautious' : 'generous'} one counts:`,
  ...kpi.bands.map(
    (band) =>
      `  - ${levelName(findLevel(scale, band.level), band.level)}: ${boundsWords(band, kpi.unit)}, shown as '${plain(band.words)}'`,
  ),
];

const criteriaLines = ({ criteria }: Area, scale: Scale | undefined): string[] =>
  [...(scale?.levels ?? [])]
    .sort((a, b) => b.order - a.order)
    .flatMap((level) => {
      const texts = criteria[level.code] ?? [];
      return texts.length === 0 ? [] : [`- ${levelName(level, level.code)}: ${texts.map(plain).join(' ')}`];
    });

const noteWords = ({ areas }: Framework, { within, highIsBad, notApplicableIn }: Area): string => {
  const whole = areas.find(({ code }) => code === within);
  const phases = notApplicableIn.map((phase) => phaseName(phase).toLowerCase());
  return [
    ...(whole ? [`part of ${plain(whole.name)}`] : []),
    ...(highIsBad ? ['high is bad: the scale is turned round'] : []),
    ...(phases.length > 0 ? [`not in ${listWords(phases)}`] : []),
  ].join('; ');
};

const areaDetail = (framework: Framework, area: Area): string[] => {
  const scale = scaleOf(framework, area);
  return section(
    `#### ${plain(area.name)}`,
    criteriaLines(area, scale),
    area.kpis.flatMap((kpi) => kpiLines(kpi, scale)),
  );
};

const groupLines = (framework: Framework): string[] =>
  blocks(
    ...areasByGroup(framework).map(({ group, areas }) =>
      section(
        `### ${plain(group.name)}`,
        [
          `${count(areas.length, 'area')}.${group.staffMatters ? ' About people who work there: the reasons are not for the Board.' : ''}`,
        ],
        table(
          ['Area', 'Scale', 'Note'],
          areas.map((area) => [
            plain(area.name),
            plain(scaleOf(framework, area)?.name ?? area.scale),
            capital(noteWords(framework, area)),
          ]),
        ),
        ...areas.map((area) => areaDetail(framework, area)),
      ),
    ),
  );

/** What is judged, how often, by whom, on which scales and with which measures. */
export const describeAreas = (framework: Framework): string[] => {
  const { judging, scales, areas } = framework;
  if (!judging || areas.length === 0)
    return section('## The matrix', ['No area is judged: this framework has no matrix.'], historicLines(framework));
  return section(
    '## The matrix',
    bullets([...judgingLines(framework, judging), ...historicLines(framework)]),
    ...scales.map(scaleLines),
    groupLines(framework),
  );
};
