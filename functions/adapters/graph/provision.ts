import { z } from 'zod';
import { count } from '../../../shared/domain/words';
import type { Framework } from '../../../shared/schema/framework';
import type { SiteAddress } from '../../environment';
import type { GraphClient } from './client';
import { GraphFault } from './graphFault';
import { definitionOf, readColumns } from './presentColumns';
import type { Lack } from './presentColumns';
import { planList, readPlan, wantedLists } from './provisionPlan';
import type { ListPlan, Step } from './provisionPlan';
import { createSite } from './site';
import type { Site } from './site';

const Made = z.object({ id: z.string() });

/** What was done, or is wrong, in words for the administrator. `ok` is false where something must be put right by hand. */
export interface Provisioned {
  readonly ok: boolean;
  readonly lines: readonly string[];
  /** Lists were made, which Graph cannot tell how many versions to keep. */
  readonly newLists?: boolean;
}

interface Provisioning {
  readonly client: GraphClient;
  readonly site: Site;
  readonly frameworks: readonly Framework[];
}

/** Makes something, and where the answer was lost or another run was quicker, accepts that it is there. */
const make = async (act: () => Promise<unknown>, isThere: () => Promise<boolean>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    const mayBeThere =
      error instanceof GraphFault && (error.outcomeUnknown || error.status === 409 || error.status === 400);
    if (!mayBeThere || !(await isThere())) throw error;
  }
};

const lackWords = (lack: Lack): string => (lack.enforceUniqueValues ? 'no value twice' : 'index');

const plannedWords = (step: Step): string => {
  switch (step.do) {
    case 'makeList':
      return `Would make the list ${step.title} with ${count(step.columns.length, 'column')}.`;
    case 'makeColumn':
      return `Would make the column ${step.column.name} (“${step.column.displayName}”) of the list ${step.title}.`;
    case 'complete':
      return `Would complete the column ${step.column.name} of the list ${step.title}: ${lackWords(step.lack)}.`;
  }
};

const refusedWords = ({ column, title, lack }: Extract<Step, { do: 'complete' }>, fault: GraphFault): string =>
  fault.status === 400 && lack.enforceUniqueValues
    ? `Not right: the column ${column.name} of the list ${title} holds a value twice, so SharePoint cannot keep it ` +
      'from happening again. Please look for items of one key, remove the one that is not in use, then run this again.'
    : `Not right: SharePoint did not make the index of the column ${column.name} of the list ${title}, which it does ` +
      'not do for a list with very many items. Please add the index under List settings, Indexed columns, then run ' +
      'this again.';

/** The list was looked at a moment ago: what SharePoint will not do to it as it is, the administrator reads in words. */
const complete = async (client: GraphClient, step: Extract<Step, { do: 'complete' }>): Promise<Provisioned> => {
  const { list, column, title, lack } = step;
  try {
    await client.patch(`${list}/columns/${column.id}`, lack, Made);
  } catch (error) {
    if (!(error instanceof GraphFault) || ![400, 422].includes(error.status)) throw error;
    return { ok: false, lines: [refusedWords(step, error)] };
  }
  return { ok: true, lines: [`Completed the column ${column.name} of the list ${title}: ${lackWords(lack)}.`] };
};

const makeColumn = async (
  client: GraphClient,
  { list, column, title }: Extract<Step, { do: 'makeColumn' }>,
): Promise<Provisioned> => {
  await make(
    () => client.post(`${list}/columns`, definitionOf(column), Made),
    async () => (await readColumns(client, list)).has(column.name),
  );
  return { ok: true, lines: [`Made the column ${column.name} of the list ${title}.`] };
};

const makeList = async (
  { client, site, frameworks }: Provisioning,
  { title, description, columns }: Extract<Step, { do: 'makeList' }>,
): Promise<Provisioned> => {
  const find = async (): Promise<string | undefined> => {
    site.reset();
    return site.listPath(title);
  };
  const body = {
    displayName: title,
    description,
    list: { template: 'genericList' },
    columns: columns.map(definitionOf),
  };
  await make(
    async () => client.post(`${await site.path()}/lists`, body, Made),
    async () => (await find()) !== undefined,
  );
  const list = await find();
  const wanted = wantedLists(frameworks).find((each) => each.title === title);
  if (list === undefined || wanted === undefined)
    return { ok: false, lines: [`Not right: the list ${title} was made but cannot be found. Please run this again.`] };
  // What the service left out of the definition is added now.
  const rest = await carryOut(
    { client, site, frameworks },
    planList(wanted, { list, present: await readColumns(client, list) }),
  );
  return { ok: rest.ok, lines: [`Made the list ${title}.`, ...rest.lines] };
};

const take = (provisioning: Provisioning, step: Step): Promise<Provisioned> => {
  switch (step.do) {
    case 'makeList':
      return makeList(provisioning, step);
    case 'makeColumn':
      return makeColumn(provisioning.client, step);
    case 'complete':
      return complete(provisioning.client, step);
  }
};

const carryOut = async (provisioning: Provisioning, { steps, problems }: ListPlan): Promise<Provisioned> => {
  if (problems.length > 0) return { ok: false, lines: problems };
  const done: Provisioned[] = [];
  for (const step of steps) done.push(await take(provisioning, step));
  return { ok: done.every(({ ok }) => ok), lines: done.flatMap(({ lines }) => lines) };
};

const completeWords = (title: string): string => `The list ${title} is complete.`;

const dryRun = (plans: readonly ListPlan[]): Provisioned => ({
  ok: true,
  lines: [
    ...plans.flatMap(({ title, steps }) => (steps.length === 0 ? [completeWords(title)] : steps.map(plannedWords))),
    'Nothing was changed.',
  ],
});

/**
 * Makes the lists, columns and indexes that are missing. It never deletes, renames or empties anything; where something
 * stands in the way it makes nothing at all and says what. May be run again, also after a run that broke off. `dryRun`
 * says what it would do. Needs an app that may manage the site's lists, which the product itself may not.
 */
export const provision = async (
  client: GraphClient,
  address: SiteAddress,
  frameworks: readonly Framework[],
  options: { readonly dryRun?: boolean } = {},
): Promise<Provisioned> => {
  const site = createSite(client, address);
  const plans = await readPlan(client, site, frameworks);
  const problems = plans.flatMap((plan) => plan.problems);
  if (problems.length > 0) return { ok: false, lines: [...problems, 'Nothing was changed.'] };
  if (options.dryRun) return dryRun(plans);
  const done: Provisioned[] = [];
  for (const plan of plans) {
    const outcome = await carryOut({ client, site, frameworks }, plan);
    done.push(plan.steps.length === 0 ? { ok: true, lines: [completeWords(plan.title)] } : outcome);
  }
  const newLists = plans.some(({ steps }) => steps.some((step) => step.do === 'makeList'));
  return { ok: done.every(({ ok }) => ok), lines: done.flatMap(({ lines }) => lines), ...(newLists && { newLists }) };
};
