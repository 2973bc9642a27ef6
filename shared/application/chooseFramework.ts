import type { ChooseFramework } from '../schema/commands';
import type { AreaCode, PersonId } from '../schema/ids';
import type { ChosenFramework } from '../schema/modelChangeViews';
import type { Setting, TrustSettings } from '../schema/settings';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { describeChoice, findStored, modelName, readModelFacts, type ModelFacts } from './modelFacts';
import { moveRecords, standingChoices } from './moveRecords';
import { readCaller, type Caller } from './trust';
import { choiceName } from './stamps';
import { changeOne } from './writing';

const isOwn = (setting: Setting): setting is TrustSettings => !('framework' in setting);

/** As many as the settings hold; older ones are in the versions that the list is set to keep in SharePoint. */
const choicesKept = 100;

/** The settings with the year on its new version, where the administrator decided on what stands now. */
const decide = (setting: Setting, command: ChooseFramework, facts: ModelFacts, caller: Caller): Result<Setting> => {
  if (!isOwn(setting)) return refused({ code: 'notFound' });
  const described = describeChoice(setting, facts, command, caller);
  if (!described.ok) return described;
  if (described.value.seen !== command.seen) return refused({ code: 'framework.changed-since' });
  const { year, framework: to, commandId } = command;
  const { code, version } = described.value.from;
  const from = { code, version };
  const entry = { commandId, at: caller.now, by: caller.person.id, year, from, to };
  return accepted({
    ...setting,
    years: setting.years.map((each) => (each.year === year ? { ...each, framework: to } : each)),
    history: [...setting.history, entry].slice(-choicesKept),
  });
};

/** The new version's areas that the trust's lists have no column for. */
const lacking = async ({ store }: Pick<Deps, 'store'>, facts: ModelFacts, command: ChooseFramework) => {
  const areas: readonly AreaCode[] = findStored(facts, command.framework)?.areas.map(({ code }) => code) ?? [];
  return store.areasWithoutColumn(areas);
};

/** The one write: the year's line of the settings. */
const choose = async (
  deps: Pick<Deps, 'store' | 'notifier'>,
  caller: Caller,
  command: ChooseFramework,
  facts: ModelFacts,
): Promise<Result<Setting>> => {
  const without = await lacking(deps, facts, command);
  if (without.length > 0) return refused({ code: 'framework.lacks-columns', areas: without.length });
  return changeOne(deps, {
    kind: 'settings',
    key: 'trust',
    by: caller.person.id,
    commandId: command.commandId,
    types: ['choseFramework'],
    area: choiceName(command.year, command.framework),
    decide: (setting) => decide(setting, command, facts, caller),
  });
};

/**
 * Makes a stored version the model of an academic year, in one write, and then moves the year's open records that were
 * never sent; a process that dies in between leaves that to `sweepModels`. Sent again it completes what is missing.
 * Refusals: `notAllowed`, `framework.lacks-columns`, `framework.changed-since`, those of `describeChoice`.
 */
export const chooseFramework =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: ChooseFramework): Promise<Result<ChosenFramework>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    if (!may(caller.person, 'administer')) return refused({ code: 'notAllowed' });
    const facts = await readModelFacts(deps);
    const chosen = await choose(deps, caller, command, facts);
    if (!chosen.ok) return chosen;
    const trust = isOwn(chosen.value) ? { ...caller, settings: chosen.value } : caller;
    // By what the year uses now: an old command that arrives again must not undo a later one.
    const choice = standingChoices(trust).find(({ year }) => year === command.year);
    const outcome = choice ? await moveRecords(deps, trust, choice) : { moved: 0, left: 0 };
    return accepted({ year: command.year, model: modelName(facts, choice?.to ?? command.framework), ...outcome });
  };
