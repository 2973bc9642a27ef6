import type { Framework } from '../../schema/framework';
import type { DueDiligence, PlanModel, TargetSetting } from '../../schema/planning';
import { findArea } from '../framework';
import { count, listWords, periodName } from '../words';
import { blocks, bullets, numbered, plain, section, table } from './markdown';

const fact = (words: string, value: string | undefined): string[] =>
  value === undefined || value === '' ? [] : [`${words}: ${plain(value)}.`];

const targets = ({ targets: list, reviewedBy, agreedBy, agreedIn, shownOn }: TargetSetting): string[] =>
  section(
    '## Targets',
    ['Each academy gets its own value each year for:'],
    numbered(list.map(({ name }) => plain(name))),
    bullets([
      ...fact('Reviewed by', reviewedBy),
      ...fact('Agreed by', agreedBy),
      ...fact('Agreed in', agreedIn && periodName(agreedIn)),
      ...fact('Target and latest value stand on', shownOn),
    ]),
  );

const methods = {
  sections: 'Written in sections.',
  logicModel: 'Written as a logic model.',
  smartActions: 'Written as SMART actions.',
} satisfies Record<PlanModel['method'], string>;

const plan = (model: PlanModel): string[] =>
  section(
    `## The plan: ${plain(model.name)}`,
    bullets([
      methods[model.method],
      ...fact('Also called', listWords(model.alsoCalled)),
      ...fact('Written by', model.writtenBy),
      ...fact('Ratified by', listWords(model.ratifiedBy)),
      ...fact('Reviewed', model.reviewed),
    ]),
    model.sections.length > 0 ? ['It covers:'] : [],
    numbered(model.sections.map(({ name, prompt }) => plain(prompt === undefined ? name : `${name}: ${prompt}`))),
    model.recommendations.length > 0 ? ['It is tested against:'] : [],
    numbered(model.recommendations.map(plain)),
  );

const dueDiligence = ({ name, areas, documents, doneBy }: DueDiligence): string[] =>
  section(
    `## When an academy joins: ${plain(name)}`,
    fact('Done by', doneBy),
    areas.length > 0 ? [`It reports on ${count(areas.length, 'area')}:`] : [],
    numbered(areas.map((area) => plain(area.name))),
    documents.length > 0 ? [`${count(documents.length, 'document')} are asked for:`] : [],
    table(
      ['Reference', 'Section', 'Document'],
      documents.map((document) => [plain(document.ref), plain(document.section ?? ''), plain(document.name)]),
    ),
  );

const report = (framework: Framework): string[] =>
  section(
    '## The head teacher’s report',
    numbered(
      framework.reportSections.map(({ name, areas }) => {
        const about = areas.map((code) => findArea(framework, code)?.name ?? code);
        return plain(about.length === 0 ? name : `${name} (${listWords(about)})`);
      }),
    ),
  );

const reviewers = (framework: Framework): string[] =>
  section(
    '## Who reviews',
    ...framework.reviewers.map(({ name, tools }) => blocks([`**${plain(name)}**`], bullets(tools.map(plain)))),
  );

/** Targets, plan, due diligence, report and reviewers: only those that the framework has. */
export const describePlanning = (framework: Framework): string[] =>
  blocks(
    framework.targetSetting ? targets(framework.targetSetting) : [],
    framework.plan ? plan(framework.plan) : [],
    framework.dueDiligence ? dueDiligence(framework.dueDiligence) : [],
    report(framework),
    reviewers(framework),
  );
