import type { Framework, Judging } from '../../schema/framework';
import { Phase } from '../../schema/framework';
import type { FrameworkMistake } from './mistake';
import { permissions } from '../policy';
import { quoted, repeated, unknownReference } from './mistake';

const named = (path: string, what: string, things: readonly { code?: string; name: string }[]): FrameworkMistake[] => [
  ...repeated(
    path,
    `The code of ${what}`,
    things.flatMap(({ code }) => code ?? []),
  ),
  ...repeated(
    path,
    `The name of ${what}`,
    things.map(({ name }) => name),
  ),
];

const academyPhases = Phase.options.filter((phase) => phase !== 'centralOffice');

/** Who is named to judge, yet has nothing to judge. */
const checkRaters = ({ areas, groups }: Framework, { raters }: Judging): FrameworkMistake[] =>
  raters.flatMap((rater, i) => {
    const path = `judging.raters.${i}`;
    if (rater === 'functionLead' && areas.length > 0 && groups.length === 0)
      return [
        {
          path,
          message: `Nothing is there for 'functionLead' to judge, since they judge the areas of their groups; add groups, or leave them out.`,
        },
      ];
    const inAcademies = areas.some(({ notApplicableIn }) =>
      academyPhases.some((phase) => !notApplicableIn.includes(phase)),
    );
    return rater === 'headTeacher' && areas.length > 0 && !inAcademies
      ? [
          {
            path,
            message: `Nothing is there for 'headTeacher' to judge, since every area is about the central office; add an area that applies to academies, or leave them out.`,
          },
        ]
      : [];
  });

/** A record that somebody must agree who cannot would never be locked: only who may read drafts may settle them. */
const checkSettling = ({ settling }: Judging): FrameworkMistake[] =>
  settling.by.flatMap((role, i) =>
    role in permissions.decideSignOff
      ? []
      : [
          {
            path: `judging.settling.by.${i}`,
            message: `The role '${role}' is named to settle a record, which it may not do; name ${quoted(Object.keys(permissions.decideSignOff))}.`,
          },
        ],
  );

const checkJudging = (framework: Framework): FrameworkMistake[] => {
  const { judging, areas } = framework;
  if (!judging)
    return areas.length === 0
      ? []
      : [
          {
            path: 'judging',
            message: `There are areas, but nothing says how and how often they are judged; add 'judging'.`,
          },
        ];
  const mistakes: FrameworkMistake[] = [];
  if (areas.length === 0)
    mistakes.push({
      path: 'judging',
      message: `There is no area to judge; add one to 'areas', or leave out 'judging'.`,
    });
  return [
    ...mistakes,
    ...repeated('judging.raters', 'The rater', judging.raters),
    ...repeated('judging.settling.by', 'The role', judging.settling.by),
    ...checkRaters(framework, judging),
    ...checkSettling(judging),
  ];
};

const checkHistoric = ({ historic, sefLevels }: Framework): FrameworkMistake[] => {
  const mistakes = [
    ...repeated('historic', 'The historic column', historic),
    ...repeated('sefLevels', 'The level of a self-evaluation', sefLevels),
  ];
  if (historic.includes('sef') && sefLevels.length === 0)
    mistakes.push({
      path: 'sefLevels',
      message: `The self-evaluation ('sef') is shown, but nothing says which words it judges with; list them in 'sefLevels'.`,
    });
  if (!historic.includes('sef') && sefLevels.length > 0)
    mistakes.push({
      path: 'historic',
      message: `There are words for the self-evaluation, but it is never shown; add 'sef' to 'historic', or leave out 'sefLevels'.`,
    });
  return mistakes;
};

const checkReport = ({ reportSections, areas }: Framework): FrameworkMistake[] => [
  ...named('reportSections', 'the report section', reportSections),
  ...reportSections.flatMap((section, i) => [
    ...repeated(`reportSections.${i}.areas`, `In the report section '${section.code}' the area`, section.areas),
    ...section.areas.flatMap((to, k) =>
      unknownReference({
        path: `reportSections.${i}.areas.${k}`,
        says: `The report section '${section.code}' tells about`,
        kind: 'area',
        to,
        among: areas,
      }),
    ),
  ]),
];

const checkPlan = ({ plan }: Framework): FrameworkMistake[] =>
  plan
    ? [
        ...named('plan.sections', 'the section', plan.sections),
        ...repeated('plan.alsoCalled', 'The plan’s other name', plan.alsoCalled),
        ...repeated('plan.recommendations', 'The recommendation', plan.recommendations),
        ...repeated('plan.ratifiedBy', 'Who ratifies the plan,', plan.ratifiedBy),
      ]
    : [];

const checkDueDiligence = ({ dueDiligence }: Framework): FrameworkMistake[] =>
  dueDiligence
    ? [
        ...named('dueDiligence.areas', 'the area of due diligence', dueDiligence.areas),
        ...repeated(
          'dueDiligence.documents',
          'The reference of the document',
          dueDiligence.documents.map(({ ref }) => ref),
        ),
      ]
    : [];

/** What belongs to the year around the matrix: how it is judged, what was before, targets, plan, report and reviewers. */
export const checkPlanning = (framework: Framework): FrameworkMistake[] => {
  const { stages, committees, reviewers, areas, categories } = framework;
  return [
    ...(areas.length === 0 && categories.length === 0
      ? [{ path: '', message: `This framework judges nothing and has no category; add 'areas' or 'categories'.` }]
      : []),
    ...repeated('stages', 'The stage', stages),
    ...checkJudging(framework),
    ...checkHistoric(framework),
    ...named('committees', 'the committee', committees),
    ...checkReport(framework),
    ...named('targetSetting.targets', 'the target', framework.targetSetting?.targets ?? []),
    ...checkPlan(framework),
    ...checkDueDiligence(framework),
    ...named('reviewers', 'the reviewer', reviewers),
    ...reviewers.flatMap(({ name, tools }, i) =>
      repeated(`reviewers.${i}.tools`, `Among the tools of '${name}' the tool`, tools),
    ),
  ];
};
