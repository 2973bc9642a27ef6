import type { ChosenFramework, ModelName, TrustModel } from '../../../shared/schema/modelChangeViews';
import type { Year } from '../../../shared/schema/ids';
import { count } from '../../../shared/domain/words';

/** 'Combined assurance, version 2'. */
export const modelWords = ({ name, version }: ModelName): string => `${name}, version ${version}`;

const same = (a: ModelName, b: ModelName): boolean => a.code === b.code && a.version === b.version;

/** 'Use version 2 for 2026/27'; of another model its name too. */
export const choiceWords = (active: ModelName, chosen: ModelName, year: Year): string =>
  active.code === chosen.code ? `Use version ${chosen.version} for ${year}` : `Use ${modelWords(chosen)}, for ${year}`;

/** The versions that a year could go over to. */
export const choicesFor = ({ stored }: TrustModel, active: ModelName): ModelName[] =>
  stored.filter((model) => !same(model, active));

/** One calm line where there is nothing to choose: a single version, used in every year. */
export const onlyModel = ({ years, stored }: TrustModel): ModelName | undefined => {
  const [first] = stored;
  return stored.length === 1 && first && years.every(({ model }) => same(model, first)) ? first : undefined;
};

/** What became of the open records. */
export const movedWords = ({ moved, left }: ChosenFramework): string =>
  [
    moved === 0 ? 'No open record had to move.' : `${count(moved, 'open record')} went over to it.`,
    ...(left === 0 ? [] : [`${count(left, 'more record follows', 'more records follow')} within minutes.`]),
  ].join(' ');
